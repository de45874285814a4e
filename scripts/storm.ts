import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createSqliteStore } from '../src/server/node/sqliteStore.ts';
import { createMemoryStore } from '../src/server/storage/index.ts';
import { stopAll } from '../test/server/connector/kit.ts';
import { prepareStorm } from '../test/server/connector/storm.ts';

/**
 * Posts a storm of callbacks (each twice, up to an hour late, shuffled, from three workers) at the connector's receiver
 * and checks that each had its effect once and in order: `npm run test:webhooks -- --events 100000`.
 */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'sqlite' },
  },
});
const events = Number(values.events);
const seed = Number(values.seed);
if (
  !Number.isInteger(events) ||
  events < 1 ||
  !Number.isInteger(seed) ||
  !/^(sqlite|memory)$/.test(values.store)
) {
  console.error('Use --events COUNT, --seed NUMBER and --store sqlite|memory.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'colloquy-storm-'));
const store = values.store === 'memory' ? createMemoryStore() : createSqliteStore(join(folder, 'storm.db'));
try {
  const storm = await prepareStorm({ events, seed, store });
  const { posts, conversations } = storm;
  console.log(
    `${events} events, ${posts} posts, ${conversations} conversations, seed ${seed}, store ${values.store}`,
  );
  const began = process.hrtime.bigint();
  await storm.blow();
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const { entries, late, overtaken, faults } = await storm.check();
  console.log(`taken in ${seconds.toFixed(1)} s: ${Math.round(posts / seconds)} posts/s`);
  console.log(`${entries} entries, ${late} with the late mark, ${overtaken} that came after a younger one`);
  console.log(`memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'each once, in order' : 'failed');
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await stopAll();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
