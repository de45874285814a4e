import type { Clock, Timer } from '../../lib/index.ts';

/** So long messages are gathered before they are said, and so long a region rests after each change. */
const GATHER_MS = 400;
/** From so many gathered messages on their number is said instead of their words. */
const BURST = 4;
/** A text stays in its region for so long: assistive software reads on change, but looks the text up only when it gets to it. */
const KEEP_MS = 5000;

/** How pressing it is: `polite` waits for the reader to finish, `assertive` interrupts. */
export type Urgency = 'polite' | 'assertive';

/** A text that is in its region now. */
type Announcement = { readonly text: string; readonly urgency: Urgency };

/** What is in the regions now, each text in a place of its own; undefined: nothing there. */
export type Announcements = readonly (Announcement | undefined)[];

/**
 * Nothing in any place; there are more of them than polite texts come within 5 s. Of what Firefox tells of one element, an Orca
 * that is behind hears only the last (its `skipObjectEvent`): two texts in one place would be one.
 */
export const SILENCE: Announcements = Array.from({ length: 13 });

/**
 * What is to be spoken, each text once: put in, kept for 5 s, taken out. Messages are gathered for 400 ms, and four or
 * more are summed up by `summarise`. The polite region changes at most every 400 ms, and what came meanwhile is put in
 * as one, line by line: two changes at the same moment are told to a screen reader in any order.
 */
export function createAnnounceQueue(options: {
  readonly clock: Clock;
  /** Told of every change with all places; both regions have the same. */
  readonly onChange: (texts: Announcements) => void;
  readonly summarise: (count: number) => string;
}): AnnounceQueue {
  const { clock } = options;
  const timers = new Set<Timer>();
  let texts = SILENCE;
  let waiting: readonly Waiting[] = [];
  /** Runs while messages are gathered, and while the polite region rests. */
  let turn: Timer | undefined;
  let count = 0;

  const show = (place: number, said?: Announcement): void =>
    options.onChange((texts = texts.map((each, at) => (at === place ? said : each))));
  const put = (text: string, urgency: Urgency): void => {
    const place = count++ % SILENCE.length;
    show(place, { text, urgency });
    const timer = clock.after(KEEP_MS, () => {
      timers.delete(timer);
      show(place);
    });
    timers.add(timer);
  };
  const flush = (): void => {
    turn = undefined;
    if (waiting.length === 0) return;
    put(linesOf(waiting, options.summarise).join('\n'), 'polite');
    waiting = [];
    turn = clock.after(GATHER_MS, flush);
  };

  return {
    announce(text, urgency = 'polite') {
      if (urgency === 'assertive') return put(text, urgency);
      waiting = [...waiting, { text, isMessage: false }];
      if (turn === undefined) flush();
    },
    announceMessage(text) {
      const isFirst = !waiting.some(({ isMessage }) => isMessage);
      waiting = [...waiting, { text, isMessage: true }];
      if (!isFirst) return;
      clock.clear(turn);
      turn = clock.after(GATHER_MS, flush);
    },
    stop() {
      for (const timer of [...timers, turn]) clock.clear(timer);
      timers.clear();
      turn = undefined;
      waiting = [];
    },
  };
}

function linesOf(waiting: readonly Waiting[], summarise: (count: number) => string): readonly string[] {
  const messages = waiting.filter(({ isMessage }) => isMessage);
  if (messages.length < BURST) return waiting.map(({ text }) => text);
  return waiting.flatMap((each) => {
    if (!each.isMessage) return [each.text];
    return each === messages[0] ? [summarise(messages.length)] : [];
  });
}

/** What `createAnnounceQueue` gives. */
export interface AnnounceQueue {
  /** Says a text as soon as may be: at once, or if polite after what waits already. */
  readonly announce: (text: string, urgency?: Urgency) => void;
  /** Says an incoming message, or sums it up with others of the same moment. */
  readonly announceMessage: (text: string) => void;
  /** Forgets everything that waits. */
  readonly stop: () => void;
}

interface Waiting {
  readonly text: string;
  readonly isMessage: boolean;
}
