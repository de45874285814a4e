import type { ServerFrame } from '../../protocol/index.ts';

/** What becomes of the frames of one stream: what is delivered now, or the end of the line. Made anew per stream. */
export type LineBehaviour = () => (frame: ServerFrame) => readonly ServerFrame[] | 'cut';

/** Named ways of a far end, so that a test reads as a story. */
export const behaves = {
  /** As it should. */
  well: (): LineBehaviour => () => (frame) => [frame],
  /** The line stands and nothing is said. */
  silently: (): LineBehaviour => () => () => [],
  /** Every frame twice. */
  doubling: (): LineBehaviour => () => (frame) => [frame, frame],
  /** Each pair of events in the wrong order. */
  swapping: (): LineBehaviour => () => {
    let held: ServerFrame | undefined;
    return (frame) => {
      if (frame.type !== 'event') {
        const rest = held ? [held, frame] : [frame];
        held = undefined;
        return rest;
      }
      if (!held) {
        held = frame;
        return [];
      }
      const first = held;
      held = undefined;
      return [frame, first];
    };
  },
  /** The line breaks in place of the event of this number, counted from 1 per stream. */
  cuttingAt:
    (event: number): LineBehaviour =>
    () => {
      let seen = 0;
      return (frame) => (frame.type === 'event' && ++seen === event ? 'cut' : [frame]);
    },
  /** The events of these numbers are lost, counted from 1 per stream. */
  losing:
    (...events: readonly number[]): LineBehaviour =>
    () => {
      let seen = 0;
      return (frame) => (frame.type === 'event' && events.includes(++seen) ? [] : [frame]);
    },
  /** Any of the above, by lot: for long randomised runs. `next` draws from [0, 1). */
  flakily:
    (next: () => number, chance = 0.1): LineBehaviour =>
    () =>
    (frame) => {
      const lot = next();
      if (lot < chance / 4) return 'cut';
      if (frame.type !== 'event') return [frame];
      if (lot < chance / 2) return [];
      return lot < chance ? [frame, frame] : [frame];
    },
} as const;

/** What becomes of one request. */
export type RequestFault =
  /** It does not arrive. */
  | 'lost'
  /** It is done, but the answer is lost: the sender cannot know. */
  | 'answer-lost'
  /** Nobody answers. */
  | 'hangs'
  /** Refused with this status and code. */
  | {
      readonly code:
        | 'token-expired'
        | 'unauthenticated'
        | 'appkey-wrong'
        | 'session-gone'
        | 'rate-limited'
        | 'internal'
        | 'draining'
        | 'too-long'
        | 'engagement-ended'
        | 'not-found'
        | 'storage-full';
      readonly retryAfterSeconds?: number;
    }
  /** Something that is none of ours: a captive portal's page. */
  | 'captive-portal';
