import { afterAll, expect, test } from 'vitest';
import { cellsOf, nameOf, runMatrix } from './runMatrix.ts';
import type { CellResult } from './runCell.ts';

/** Twelve of the 450 cells of `npm run test:faults`: quick ones, each phase and each road at least twice. */
const SMOKE = [
  'websocket/handshake/503',
  'websocket/replay/rst',
  'websocket/live/cut-mid-utf8',
  'websocket/sending/drop',
  'websocket/uploading/double-frame',
  'sse/handshake/captive-portal',
  'sse/live/truncated-event',
  'sse/sending/slice',
  'sse/replay/swap-frames',
  'long-poll/live/lost-id',
  'long-poll/uploading/404',
  'long-poll/sending/malformed-json',
];

const results = new Map<string, CellResult>();
const running = runMatrix(cellsOf(7, SMOKE), {
  seed: 7,
  speed: 20,
  lanes: 4,
  onResult: (result) => void results.set(nameOf(result.cell), result),
});
afterAll(() => running);

test.each(SMOKE)(
  '%s loses nothing, doubles nothing and keeps the order',
  { timeout: 60_000 },
  async (name) => {
    await running;
    expect(results.get(name)?.faults).toEqual([]);
  },
);
