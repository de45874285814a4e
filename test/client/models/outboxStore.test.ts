import fc from '../../support/property.ts';
import { expect, test } from 'vitest';
import { openOutbox } from '../../../src/client/outbox/indexedDbOutbox.ts';
import type { KeptRecords } from '../../../src/client/index.ts';
import { createSeededRandom, createSimulatedClock } from '../../../src/lib/index.ts';
import { asId, type ClientMessageId, type EngagementId } from '../../../src/protocol/index.ts';
import { againstModel, SIZE } from './runs.ts';

const engagementId = asId<EngagementId>('engagement-1');
const content = { type: 'body', body: { type: 'text', text: 'x' } } as const;

test(`what was promised to be kept is there after any crash, in order, and no number is given twice (${SIZE})`, async () => {
  await againstModel(fc.constantFrom('add', 'remove', 'fail', 'retry', 'crash', 'raise'), async (steps) => {
    const table = new Map<string, unknown>();
    const records: KeptRecords = {
      change: async (keys, decide) => {
        const { writes, answer } = decide(keys.map((key) => structuredClone(table.get(key))));
        for (const [key, value] of Object.entries(writes))
          if (value === undefined) table.delete(key);
          else table.set(key, structuredClone(value));
        return answer;
      },
      list: async (prefix) => [...table].flatMap(([key, value]) => (key.startsWith(prefix) ? [value] : [])),
      close: () => undefined,
    };
    let seed = 0;
    const open = () =>
      openOutbox({
        openRecords: async () => records,
        scope: 'scope',
        clock: createSimulatedClock(),
        random: createSeededRandom(++seed),
        onDurable: () => undefined,
      });
    let store = await open();
    const { senderId } = store;
    let model: string[] = [];
    const numbers = new Set<number>();
    let count = 0;
    const add = async (name: string): Promise<void> => {
      const clientMessageId = asId<ClientMessageId>(name);
      const { clientSeq } = await store.add({ clientMessageId, engagementId, content, status: 'queued' });
      expect(numbers.has(clientSeq)).toBe(false);
      numbers.add(clientSeq);
      model = [...model.filter((one) => one !== name), name];
    };
    for (const step of steps) {
      const [first] = store.readAll();
      if (step === 'add') await add(`m${++count}`);
      if (step === 'remove' && first) {
        await store.remove(first.clientMessageId);
        model = model.slice(1);
      }
      if (step === 'fail' && first) await store.put({ ...first, status: 'failed' });
      if (step === 'retry' && first) await add(first.clientMessageId);
      if (step === 'raise') await store.raise(engagementId, numbers.size + 1);
      if (step === 'crash') store = await open();
      expect(store.readAll().map((entry) => entry.clientMessageId)).toEqual(model);
      expect(store.senderId).toBe(senderId);
      expect(store.durable).toBe(true);
    }
  });
});
