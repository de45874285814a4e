import { reserve } from './reserve.ts';
import type { Row } from './row.ts';

/* At font scale 1 in a chat of 400 CSS px: a line of text and what stands in it, and what stands around a text. */
const LINE_PX = 22;
const LINE_LENGTH = 35;
const AROUND_PX = 38;

/** How high a row that nobody has seen yet may be, CSS px: by how much it says. */
export function guessHeight(row: Row): number {
  if (row.kind !== 'message') return AROUND_PX;
  const { body } = row.message;
  const lines = body.type === 'text' ? Math.ceil(body.text.length / LINE_LENGTH) : 1;
  return AROUND_PX + lines * LINE_PX + reserve(row.message);
}
