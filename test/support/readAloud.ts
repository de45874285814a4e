import { virtual } from '@guidepup/virtual-screen-reader';
import { vi } from 'vitest';
import { NOON_MS } from './fakeChatClient.ts';

/** No page of ours has as many phrases: whoever comes here goes in a circle. */
const MOST_PHRASES = 500;

/** What a screen reader says on its way from the start of an element to its end. The ends of lists, groups … are left out. */
export function readAloud(element: Element): Promise<readonly string[]> {
  return walk(
    element,
    () => virtual.next(),
    (phrase, [first = '']) => phrase === `end of ${first}`,
  );
}

/** The same from the end to the start. */
export function readBackwards(element: Element): Promise<readonly string[]> {
  return walk(
    element,
    () => virtual.previous(),
    (phrase, [first]) => phrase === first,
  );
}

/** Where a reader lands that jumps from one of a kind to the next, until it would begin again. */
export async function readByJumps(element: Element, jump: Jump): Promise<readonly string[]> {
  const seen = new Set<Node | null>();
  const phrases = await walk(
    element,
    () => virtual.perform(jump),
    () => seen.size === seen.add(virtual.activeNode).size,
  );
  return phrases.slice(1, -1);
}

type Jump = 'moveToNextHeading' | 'moveToNextLandmark';

/** What is said by itself while `happens` runs, until `isEnough`. */
export async function listenTo(happens: () => Promise<unknown>, expected: readonly string[]): Promise<void> {
  await virtual.start({ container: document.body });
  try {
    await virtual.clearSpokenPhraseLog();
    await happens();
    await vi.waitFor(async () => {
      const heard = (await virtual.spokenPhraseLog()).map(plain);
      for (const phrase of expected)
        if (!heard.includes(phrase)) throw new Error(`heard ${JSON.stringify(heard)}`);
    }, 20_000);
  } finally {
    await virtual.stop();
  }
}

/** The day stands still an hour after noon, so that "Today" and what is left of a time are the same on any day. */
export function stopTheDay(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON_MS + 3_600_000 });
}

async function walk(
  element: Element,
  step: () => Promise<void>,
  isOver: (phrase: string, phrases: readonly string[]) => boolean,
): Promise<readonly string[]> {
  await virtual.start({ container: element });
  try {
    for (let steps = 0; steps < MOST_PHRASES; steps++) {
      await step();
      const phrases = await virtual.spokenPhraseLog();
      if (isOver(phrases.at(-1) ?? '', phrases)) return phrases.map(plain).filter(isNoEnd);
    }
    throw new Error(
      `The reader came to no end: ${(await virtual.spokenPhraseLog()).slice(0, 20).join(' | ')}`,
    );
  } finally {
    await virtual.stop();
  }
}

const isNoEnd = (phrase: string): boolean => !phrase.startsWith('end of ');

/** Without marks that only turn letters, and with one kind of space: another release of the browser sets others. */
function plain(phrase: string): string {
  return phrase
    .replace(/[\u061c\u200e\u200f\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
