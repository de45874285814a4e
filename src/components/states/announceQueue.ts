import type { Clock, Timer } from '../../lib/index.ts';

/** So long messages are gathered before they are said. */
const GATHER_MS = 400;
/** From so many gathered messages on their number is said instead of their words. */
const BURST = 4;
/** A text stays in its region for so long; assistive software reads on change, not on presence. */
const KEEP_MS = 3000;

/** How pressing it is: `polite` waits for the reader to finish, `assertive` interrupts. */
export type Urgency = 'polite' | 'assertive';

/** A text that is in its region now. */
export type Announcement = { readonly id: number; readonly text: string; readonly urgency: Urgency };

/**
 * What is to be spoken, each text once: put in, kept for 3 s, taken out. Messages are gathered for 400 ms, and four or
 * more are summed up by `summarise`.
 */
export function createAnnounceQueue(options: {
  readonly clock: Clock;
  /** Told of every change with all texts of both regions. */
  readonly onChange: (texts: readonly Announcement[]) => void;
  readonly summarise: (count: number) => string;
}): AnnounceQueue {
  const { clock } = options;
  const timers = new Set<Timer>();
  let texts: readonly Announcement[] = [];
  let gathered: string[] = [];
  let nextId = 1;

  const after = (delayMs: number, task: () => void): void => {
    const timer = clock.after(delayMs, () => {
      timers.delete(timer);
      task();
    });
    timers.add(timer);
  };
  const change = (next: readonly Announcement[]): void => options.onChange((texts = next));
  const announce = (text: string, urgency: Urgency = 'polite'): void => {
    const id = nextId++;
    change([...texts, { id, text, urgency }]);
    after(KEEP_MS, () => change(texts.filter((each) => each.id !== id)));
  };
  const flush = (): void => {
    const waiting = gathered;
    gathered = [];
    if (waiting.length >= BURST) announce(options.summarise(waiting.length));
    else for (const text of waiting) announce(text);
  };

  return {
    announce,
    announceMessage(text) {
      gathered.push(text);
      if (gathered.length === 1) after(GATHER_MS, flush);
    },
    stop() {
      for (const timer of timers) clock.clear(timer);
      timers.clear();
      gathered = [];
    },
  };
}

/** What `createAnnounceQueue` gives. */
export interface AnnounceQueue {
  /** Says a text as soon as may be. */
  readonly announce: (text: string, urgency?: Urgency) => void;
  /** Says an incoming message, or sums it up with others of the same moment. */
  readonly announceMessage: (text: string) => void;
  /** Forgets everything that waits. */
  readonly stop: () => void;
}
