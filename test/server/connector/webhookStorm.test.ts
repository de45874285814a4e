import { afterEach, expect, test } from 'vitest';
import { stopAll } from './kit.ts';
import { prepareStorm } from './storm.ts';

afterEach(stopAll);

test.for([1])(
  'callbacks doubled, up to an hour late and shuffled, from three workers, have their effect once and in order (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const storm = await prepareStorm({ events: 2000, seed });
    expect([storm.posts, storm.conversations]).toEqual([4000, 10]);
    await storm.blow();
    const { entries, late, overtaken, faults } = await storm.check();
    expect(faults).toEqual([]);
    expect(late).toBe(overtaken);
    expect(late).toBeGreaterThan(80);
    expect(entries).toBeGreaterThan(1800);
  },
);
