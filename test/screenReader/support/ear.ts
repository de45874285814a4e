import type { Page } from 'playwright';
import { holdTexts, holdTextsOfLater, releaseTexts, TEXTS } from './holdTexts.ts';
import type { Orca } from './orca.ts';
import type { Utterance } from './transcript.ts';
import { until } from './until.ts';

/** Judges what was announced: undefined when all is well, else what is wrong. */
export type Judge = (heard: readonly string[]) => string | undefined;

/** A person who hears what Orca says of one page, from one moment to the next. */
export interface Ear {
  /**
   * Waits until the judge is content, lets the texts go, waits until the chat's regions are empty again, and until a mark of the page's own was
   * spoken after all that; then judges everything that was announced since the last time. So nothing comes late or twice.
   */
  hears(judge: Judge): Promise<void>;
  /** Waits until exactly this was announced, and judges nothing. */
  until(text: string): Promise<void>;
  /** Waits until this is read, because the focus or the cursor went there. */
  reads(words: RegExp): Promise<void>;
  /** Everything since the last time this was asked; the marks left out. */
  take(): readonly Utterance[];
}

/** @param page stands on its own region for marks from now on, also after it was loaded again. */
export async function createEar(orca: Orca, page: Page): Promise<Ear> {
  await page.addInitScript(addMarkRegion);
  await holdTextsOfLater(page);
  let from = orca.said().length;
  let taken = from;
  let marks = 0;
  const since = (at: number): readonly Utterance[] =>
    orca
      .said()
      .slice(at)
      .filter(({ text }) => !text.startsWith(MARK));
  const announced = (): string[] =>
    since(from).flatMap(({ text, how }) => (how === 'announced' && !OF_THE_SHOP.test(text) ? [text] : []));

  /** The page says a mark until Orca has said it: one that comes while a page is loaded may be lost on it. */
  const passesMark = async (): Promise<void> => {
    const mark = `${MARK} ${++marks}`;
    let looks = 0;
    await until(`Orca to say "${mark}"; it said ${quote(orca.said().slice(from))}`, async () => {
      if (looks++ % LOOKS_A_MARK === 0) await page.evaluate(putMark, mark);
      return orca.said().some(({ text }) => text === mark);
    });
  };

  return {
    async hears(judge) {
      await until('the announcements', () => judge(announced()) === undefined).catch(() => undefined);
      await releaseTexts(page);
      await page.locator(TEXTS).first().waitFor({ state: 'detached' });
      await passesMark();
      await holdTexts(page);
      const heard = announced();
      const readToo = since(from);
      from = orca.said().length;
      const fault = judge(heard);
      if (fault !== undefined) throw new Error(`${fault}\nAll that was said: ${quote(readToo)}`);
    },
    until: (text) => until(`the announcement "${text}"`, () => announced().includes(text)),
    async reads(words) {
      await until(`it to read ${words}`, () =>
        since(from).some(({ text, how }) => how === 'read' && words.test(text)),
      ).catch((fault: Error) => {
        throw new Error(`${fault.message}; it said ${quote(since(from))}`);
      });
    },
    take() {
      const all = since(taken);
      taken = orca.said().length;
      return all;
    },
  };
}

/** Exactly these, in this order. */
export function exactly(...expected: readonly (string | RegExp)[]): Judge {
  return (heard) => {
    const fits =
      heard.length === expected.length &&
      expected.every((each, at) => {
        const text = heard[at] ?? '';
        return typeof each === 'string' ? each === text : each.test(text);
      });
    return fits ? undefined : `Announced: ${list(heard)}\nExpected:  ${list(expected)}`;
  };
}

/** Everything that fits `except` is left to others to judge. */
export function apartFrom(except: RegExp, judge: Judge): Judge {
  return (heard) => judge(heard.filter((text) => !except.test(text)));
}

/** Each of these, in this order, by its words or as one of "N new messages". */
export function eachOnce(...expected: readonly string[]): Judge {
  return (heard) => {
    let told = 0;
    for (const text of heard) {
      const many = /^(\d+) new messages$/.exec(text)?.[1];
      if (many !== undefined) told += Number(many);
      else if (text === expected[told]) told += 1;
      else return `Announced: ${list(heard)}\n"${text}" is not the next of ${list(expected)}`;
    }
    return told === expected.length ? undefined : `Announced: ${list(heard)}\nExpected:  ${list(expected)}`;
  };
}

/** The demo shop's own region: how much is in the basket. */
const OF_THE_SHOP = /^(Basket )?\d+$/;
const MARK = 'End mark';
/** `until` looks twenty times a second. */
const LOOKS_A_MARK = 100;
function addMarkRegion(): void {
  addEventListener('DOMContentLoaded', () => {
    const region = document.createElement('div');
    region.id = 'marks';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  });
}

function putMark(mark: string): void {
  const line = document.createElement('div');
  line.textContent = mark;
  document.getElementById('marks')?.append(line);
}

function list(texts: readonly (string | RegExp)[]): string {
  return `[${texts.map((text) => (typeof text === 'string' ? `"${text}"` : String(text))).join(', ')}]`;
}

function quote(utterances: readonly Utterance[]): string {
  return (
    utterances.map(({ text, how }) => `${how === 'read' ? 'read ' : ''}"${text}"`).join(', ') || 'nothing'
  );
}
