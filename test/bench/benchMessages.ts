import { createSeededRandom } from '../../src/lib/random.ts';
import type { BenchMedia } from './benchMedia.ts';

/** A message as bench and neutral harness make it; its text begins with the token by which it is found again. */
export interface BenchMessage {
  readonly id: string;
  readonly seq: number;
  readonly dir: 'in' | 'out';
  readonly text: string;
  /** Wall clock, milliseconds since 1970 UTC. */
  readonly ts: number;
  readonly kind: 'text' | 'image' | 'quick';
  readonly image?: string;
  readonly w?: number;
  readonly h?: number;
  readonly quick?: readonly string[];
  /** A picture that comes late; the neutral harness has none of these. */
  readonly media?: BenchMedia;
}

/** The first sequence number: six digits, with room for older ones. */
export const FIRST_SEQ = 500_000;

const BEGIN_MS = Date.UTC(2026, 0, 5, 9);
const STEP_MS = 45_000;
const WORDS =
  'your parcel left the warehouse on tuesday and we will write as soon as it is at the door thank you for waiting'.split(
    ' ',
  );

/** The messages from `from` on, always the same ones: 10 to 400 characters, half of them one's own, one in fifty a question. */
export function benchMessages(count: number, from = FIRST_SEQ): BenchMessage[] {
  return Array.from({ length: count }, (_, index) => benchMessage(from + index));
}

function benchMessage(seq: number): BenchMessage {
  const random = createSeededRandom(seq);
  const length = 10 + Math.floor(random.next() * 390);
  const isQuestion = random.next() < 0.02;
  let text = `#${seq}`;
  while (text.length < length) text += ` ${WORDS[Math.floor(random.next() * WORDS.length)]}`;
  const dir = random.next() < 0.5 && !isQuestion ? 'out' : 'in';
  const base = { id: `m${seq}`, seq, dir, text, ts: BEGIN_MS + (seq - FIRST_SEQ) * STEP_MS } as const;
  return isQuestion
    ? { ...base, kind: 'quick', quick: ['Yes, please', 'No, thanks'] }
    : { ...base, kind: 'text' };
}
