import { benchMessages, FIRST_SEQ } from './benchMessages.ts';
import type { BenchMessage } from './benchMessages.ts';
import type { AppendFigures, BenchPage, FlingFigures, MediaFigures, MoveFigures } from './figures.ts';
import { framePainted, frames } from './frames.ts';
import { mediaAbove, mediaAtEnd, prependMedia } from './lateMedia.ts';
import type { MediaStage } from './lateMedia.ts';
import { holderOf, seen } from './look.ts';
import type { MediaShape } from './benchMedia.ts';
import { burst } from './burst.ts';
import type { Subject } from './subject.ts';

const SUBJECTS: Readonly<Record<string, () => Promise<{ default: Subject }>>> = {
  ours: () => import('./adapter.tsx'),
  widget: async () => {
    const module: { default: Subject } = await import(
      /* @vite-ignore */ new URL('widget.js', location.href).href
    );
    return module;
  },
  dom: () => import('./domList.ts'),
  react: () => import('./plainReactList.tsx'),
  virtua: () => import('./virtuaList.tsx'),
};

/** So many frames without a move are rest; and so many are waited for at most. */
const RESTING_FRAMES = 12;
const MOST_FRAMES = 1_200;
/** So far from the top a page comes while somebody reads, CSS px. */
const INSIDE_PX = 400;
/** So far below the first message one rests who reads up to it. */
const BELOW_PX = 40;

const named = SUBJECTS[location.hash.slice(1)];
if (!named) throw new Error(`No subject is called "${location.hash}".`);
const { default: subject } = await named();
const container = document.createElement('div');
document.body.append(container);

let [first, last] = [FIRST_SEQ, FIRST_SEQ];
const heard: number[] = [];
let prepared: readonly BenchMessage[] = [];

const scroller = (): Element => {
  const element = subject.getScroller();
  if (!element) throw new Error('There is no list.');
  return element;
};
const isSeen = (seq: number): boolean => subject.getScroller() !== null && seen(scroller(), seq).has(seq);

async function rest(): Promise<void> {
  let [before, still] = ['', 0];
  for (let at = 0; at < MOST_FRAMES && still < RESTING_FRAMES; at++) {
    await framePainted();
    const now = `${scroller().scrollTop} ${scroller().scrollHeight}`;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** A person's scrolling, as far as a script can: to a place, again until one is there. */
async function scrollTo(px: number): Promise<void> {
  for (let at = 0; at < 60; at++) {
    scroller().scrollTop = px;
    await framePainted();
    await framePainted();
    if (Math.abs(scroller().scrollTop - px) < 1) break;
  }
  await rest();
}

async function toEnd(): Promise<void> {
  for (let at = 0; at < 60 && !isSeen(last); at++) {
    scroller().scrollTop = scroller().scrollHeight;
    await frames(2);
  }
  await rest();
}

async function append(count: number): Promise<AppendFigures> {
  const messages = benchMessages(count, last + 1);
  for (const message of messages) {
    subject.append(message);
    await framePainted();
  }
  last += count;
  await rest();
  return { count, follows: isSeen(last) };
}

async function fling(count: number, stepPx: number, looks: boolean): Promise<FlingFigures> {
  let blank = 0;
  for (let at = 0; at < count; at++) {
    scroller().scrollTop -= stepPx;
    await framePainted();
    if (looks && at % 4 === 3 && seen(scroller()).size === 0) blank++;
  }
  return { frames: count, blank };
}

async function prependAt(px: number, count: number): Promise<MoveFigures> {
  await scrollTo(px);
  const inView = [...seen(scroller()).keys()];
  const marked = inView[inView.length >> 1] ?? first;
  const top = (): number | undefined => holderOf(marked, scroller())?.getBoundingClientRect().top;
  const before = top() ?? 0;
  first -= count;
  subject.prepend(benchMessages(count, first));
  let [finalPx, largestPx] = [0, 0];
  for (let at = 0; at < 40; at++) {
    await framePainted();
    finalPx = Math.abs((top() ?? Infinity) - before);
    largestPx = Math.max(largestPx, finalPx);
  }
  return { finalPx, largestPx };
}

const stage: MediaStage = {
  subject,
  scroller,
  scrollTo,
  toEnd,
  take(count, place) {
    if (place === 'before') return (first -= count);
    last += count;
    return last - count + 1;
  },
};

async function media(shape: MediaShape, count: number): Promise<MediaFigures> {
  const inside = await prependMedia(stage, shape, INSIDE_PX, count);
  // Below the page that came: another's pictures are to stand above.
  const above = await mediaAbove(stage, INSIDE_PX - BELOW_PX);
  const atTop = await prependMedia(stage, shape, 0, count);
  return { inside, above, atTop, atEnd: await mediaAtEnd(stage, shape) };
}

const bench: BenchPage = {
  prepare(count) {
    prepared = benchMessages(count);
    last = FIRST_SEQ + count - 1;
    subject.prepare?.(prepared);
  },
  receive: async () => subject.receive?.(),
  async mount() {
    const messages = prepared;
    prepared = [];
    await frames(3);
    const begunAt = performance.now();
    await subject.mount(container, messages);
    for (let at = 0; at < MOST_FRAMES; at++) {
      const now = await framePainted();
      if (isSeen(last)) return { paintedMs: now - begunAt };
    }
    return { paintedMs: undefined };
  },
  append,
  async burst(count, durationMs) {
    const messages = benchMessages(count, last + 1);
    last += count;
    const figures = await burst(messages, durationMs, subject.append);
    await rest();
    return { count, follows: isSeen(last), ...figures };
  },
  fling,
  async prepend(count) {
    return [await prependAt(INSIDE_PX, count), await prependAt(0, count)];
  },
  media,
  elements: () => container.querySelectorAll('*').length,
  listen() {
    heard.length = 0;
    subject.getComposer()?.focus();
  },
  keysMs: () => heard,
  end: toEnd,
  frames,
  rest,
};

window.addEventListener(
  'keydown',
  ({ timeStamp }) => void framePainted().then((now) => heard.push(now - timeStamp)),
  { capture: true },
);
Object.assign(globalThis, { bench });
