import fc from '../../support/property.ts';
import { expect, test } from 'vitest';
import { createLogReader } from '../../../src/client/inbox/logReader.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { asId, type EngagementId } from '../../../src/protocol/index.ts';
import { createFarLogs } from '../../../src/testing/scripted/farLog.ts';
import { againstModel, SIZE } from './runs.ts';

const engagementId = asId<EngagementId>('engagement-1');

const step = fc.oneof(
  fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ do: fc.constant('bring' as const), seq: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ do: fc.constant('beat' as const), isAfter: fc.boolean() }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 3000 }) }),
  fc.record({ do: fc.constant('break' as const), isBroken: fc.boolean() }),
);

test(`whatever comes, doubled, lost or early, each entry is handed on once, and in the end all are there (${SIZE})`, async () => {
  await againstModel(step, async (steps) => {
    const clock = createSimulatedClock();
    const logs = createFarLogs(clock, [engagementId]);
    let isBroken = false;
    const shown: number[] = [];
    const filled: number[] = [];
    const reader = createLogReader({
      engagementId,
      from: logs.head(engagementId),
      clock,
      fetchAfter: async (afterSeq) => {
        if (isBroken) throw new Error('no range');
        return logs.range(engagementId, afterSeq, 4);
      },
      emit(event) {
        if (event.type === 'ENTRY') shown.push(event.entry.seq);
        if (event.type === 'GAP_FILLED') filled.push(...event.entries.map((entry) => entry.seq));
      },
      onOtherEpoch: () => undefined,
    });
    for (const one of steps) {
      if (one.do === 'append')
        for (let at = 0; at < one.count; at++)
          logs.append(engagementId, { type: 'ENGAGEMENT_ACTIVE', engagementId, dialogId: asId('d') });
      if (one.do === 'bring')
        for (const entry of logs.range(engagementId, one.seq - 1, 1)) reader.take(entry, true);
      if (one.do === 'beat') reader.expect(logs.head(engagementId), one.isAfter);
      if (one.do === 'break') isBroken = one.isBroken;
      await clock.advanceAsync(one.do === 'wait' ? one.ms : 0);
      expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
      expect(reader.position.seq).toBe(shown.at(-1) ?? 0);
    }
    isBroken = false;
    reader.expect(logs.head(engagementId), true);
    reader.retryGaps();
    await clock.advanceAsync(10_000);
    reader.retryGaps();
    await clock.advanceAsync(1000);
    const all = [...shown, ...filled].sort((a, b) => a - b);
    expect(all).toEqual(Array.from({ length: logs.head(engagementId).seq }, (_, at) => at + 1));
    reader.stop();
  });
});
