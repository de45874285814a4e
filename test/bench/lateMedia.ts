import { drawnTop } from '../support/drawnTop.ts';
import { benchMessages } from './benchMessages.ts';
import type { BenchMessage } from './benchMessages.ts';
import type { MoveFigures } from './figures.ts';
import { holderOf, seen } from './look.ts';
import { mediaMessages } from './mediaMessages.ts';
import type { MediaShape } from './benchMedia.ts';
import type { Subject } from './subject.ts';

/** So many frames in which nothing moves and every picture is there are rest; and so many are looked at, at most. */
const RESTING_FRAMES = 12;
const MOST_FRAMES = 600;
/** Frames between what came and its pictures: they are late. */
const LATE_FRAMES = 8;

/** What the verbs below need of the page. */
export interface MediaStage {
  readonly subject: Subject;
  scroller(): Element;
  scrollTo(px: number): Promise<void>;
  toEnd(): Promise<void>;
  /** Sequence numbers for so many messages, before all or behind them: the first of them. */
  take(count: number, place: 'before' | 'behind'): number;
}

/** A page comes before all messages, its pictures later. Tells how far what stands in the middle of the view moved. */
export async function prependMedia(
  stage: MediaStage,
  shape: MediaShape,
  px: number,
  count: number,
): Promise<MoveFigures> {
  await stage.scrollTo(px);
  // What is in view has its own: only those of the page are late.
  await watched(stage, middleOf(stage));
  await stage.scrollTo(px);
  return watched(stage, middleOf(stage), () =>
    stage.subject.prepend(mediaMessages(count, stage.take(count, 'before'), shape)),
  );
}

/**
 * Somebody reads upwards and rests below messages whose pictures are not there yet: what is read may not move as they come.
 * @param px how far up from where the list stands.
 */
export async function mediaAbove(stage: MediaStage, px: number): Promise<MoveFigures> {
  await stage.scrollTo(stage.scroller().scrollTop - px);
  return watched(stage, middleOf(stage));
}

/** Pictures come above the last words, and then their bytes. Tells how far the last words left the place where they stood at rest. */
export async function mediaAtEnd(stage: MediaStage, shape: MediaShape): Promise<MoveFigures> {
  await stage.toEnd();
  const [pictured, last] = [stage.take(1, 'behind'), stage.take(1, 'behind')];
  for (const message of mediaMessages(1, pictured, shape)) stage.subject.append(message);
  for (const message of lastWords(last)) stage.subject.append(message);
  await stage.toEnd();
  return watched(stage, last);
}

function lastWords(seq: number): BenchMessage[] {
  return benchMessages(1, seq).map((message) => ({ ...message, text: `#${seq} so` }));
}

function middleOf({ scroller }: MediaStage): number {
  const inView = [...seen(scroller()).keys()];
  const marked = inView[inView.length >> 1];
  if (marked === undefined) throw new Error('Nothing is in view.');
  return marked;
}

/** Notes where a message is drawn, makes the change, lets pictures come some frames later, and looks at every frame until all rests. */
async function watched(
  { scroller }: MediaStage,
  seq: number,
  change = (): void => undefined,
): Promise<MoveFigures> {
  const top = (): Promise<number | undefined> => drawnTop(holderOf(seq, scroller()));
  const before = (await top()) ?? Infinity;
  change();
  let [finalPx, largestPx, still] = [0, 0, 0];
  for (let at = 0; at < MOST_FRAMES && still < RESTING_FRAMES; at++) {
    if (at === LATE_FRAMES) await globalThis.releaseMedia();
    const nowPx = Math.abs(((await top()) ?? Infinity) - before);
    still = at > LATE_FRAMES && nowPx === finalPx && areThere(scroller()) ? still + 1 : 0;
    finalPx = nowPx;
    largestPx = Math.max(largestPx, finalPx);
  }
  await globalThis.holdMedia();
  return { finalPx, largestPx };
}

function areThere(scroller: Element): boolean {
  return [...scroller.querySelectorAll('img')].every((image) => image.complete);
}

declare global {
  /** Lets pictures come, those that were asked for and those that will be. */
  var releaseMedia: () => Promise<void>;
  /** From now on they are late again. */
  var holdMedia: () => Promise<void>;
}
