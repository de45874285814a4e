import fc from '../../support/property.ts';
import { expect, test } from 'vitest';
import { settle } from '../settle.ts';
import { tabsStage, type Player } from '../tabs/tabsStage.ts';

const RUNS = Math.ceil(Number(process.env['COLLOQUY_RUNS'] ?? 100) / 10);
const SEED = Number(process.env['COLLOQUY_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const step = fc.record({
  do: fc.constantFrom(
    'send',
    'say',
    'kill',
    'freeze',
    'thaw',
    'show',
    'hide',
    'enter',
    'fault',
    'wait',
    'wait',
  ),
  which: fc.integer({ min: 0, max: 3 }),
  ms: fc.integer({ min: 10, max: 2500 }),
});

test(`tabs that come, freeze and die: every message stands once, in one order, in all that live (${RUNS} sequences, seed ${SEED})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { clock, far, enters } = tabsStage();
      let tabs: Player[] = [enters()];
      const kept: string[] = [];
      const calls: Promise<unknown>[] = [];
      let count = 0;
      await tabs[0]?.client.start();
      for (const { do: what, which, ms } of steps) {
        const tab = tabs[which % Math.max(1, tabs.length)];
        if (what === 'enter' && tabs.length < 4) {
          const fresh = enters(ms % 2 === 0);
          tabs.push(fresh);
          calls.push(fresh.client.start().catch(() => undefined));
        }
        if (what === 'say') far.says(`said ${++count}`);
        if (what === 'send' && tab) {
          const words = `own ${++count}`;
          const send = tab.client.send(far.engagementId, { body: { type: 'text', text: words } });
          calls.push(
            send.then(
              () => kept.push(words),
              () => undefined,
            ),
          );
        }
        if (what === 'fault') far.failNext('/messages', ms % 2 === 0 ? 'lost' : 'answer-lost');
        if (what === 'freeze') tab?.freeze();
        if (what === 'thaw') tab?.thaw();
        if (what === 'show') tab?.show();
        if (what === 'hide') tab?.hide();
        if (what === 'kill' && tab && tabs.length > 1) {
          tab.kill();
          tabs = tabs.filter((one) => one !== tab);
        }
        await clock.advanceAsync(what === 'wait' ? ms : 0);
        await settle(1);
      }
      for (const tab of tabs) {
        tab.thaw();
        tab.show();
      }
      for (let turn = 0; turn < 60; turn++) {
        await clock.advanceAsync(500);
        await settle(1);
      }
      const [first] = tabs;
      const list = first?.texts() ?? [];
      for (const tab of tabs) expect(tab.texts()).toEqual(list);
      expect(new Set(list).size).toBe(list.length);
      expect(far.texts()).toEqual(list);
      for (const words of kept) expect(list).toContain(words);
      expect(far.streams.size).toBe(1);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
