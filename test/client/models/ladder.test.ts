import fc from '../../support/property.ts';
import { expect, test } from 'vitest';
import { createLadder, REMEMBER_RUNG_MS } from '../../../src/client/connection/ladder.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { againstModel, SIZE } from './runs.ts';

const RUNGS = ['websocket', 'sse', 'long-poll'] as const;

test(`the ladder goes down after two failures in a row, and up again after ten minutes (${SIZE})`, async () => {
  await againstModel(fc.constantFrom('fail', 'succeed', 'wait', 'wait-long'), (steps) => {
    const clock = createSimulatedClock();
    const ladder = createLadder(RUNGS, clock);
    let rung = 0;
    let failures = 0;
    let lowSinceMs: number | undefined;
    for (const step of steps) {
      if (failures === 0 && lowSinceMs !== undefined && clock.monotonic() - lowSinceMs >= REMEMBER_RUNG_MS) {
        rung = 0;
        lowSinceMs = undefined;
      }
      expect(ladder.current()).toBe(RUNGS[rung]);
      if (step === 'wait') clock.advance(60_000);
      if (step === 'wait-long') clock.advance(REMEMBER_RUNG_MS);
      if (step === 'succeed') {
        ladder.succeeded();
        failures = 0;
        lowSinceMs = rung === 0 ? undefined : (lowSinceMs ?? clock.monotonic());
      }
      if (step === 'fail') {
        ladder.failed();
        failures += 1;
        if (failures === 2) {
          failures = 0;
          rung = (rung + 1) % 3;
          lowSinceMs = undefined;
        }
      }
    }
  });
});
