import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveFolder } from '../test/support/serveFolder.ts';
import { AXES } from './bench/axes.ts';
import { buildPage } from './bench/buildPage.ts';
import { measureSubject, median } from './bench/measureSubject.ts';
import type { Figures } from './bench/measureSubject.ts';
import { printTable } from './bench/printTable.ts';
import { ROOT } from './root.ts';

/**
 * `bench [--rounds 3] [--throttle 1] [--subjects ours,widget,virtua,react,dom]`: measures the whole chat beside bare lists, in
 * Chromium, built for production, and prints the medians. `widget` is the chat on what the script tag ships it with; `dom` keeps
 * all rows in the document by hand, `react` the same with React, `virtua` is a window of bare rows. All figures go to
 * `.cache/bench/<throttle>x.json`.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    throttle: { type: 'string', default: '1' },
    subjects: { type: 'string', default: 'ours,widget,virtua,react,dom' },
  },
});
/** The others would be busy for minutes with the longest list. */
const WINDOWED = new Set(['ours', 'widget', 'virtua']);
const names = values.subjects.split(',');
const plan = { throttle: Number(values.throttle), many: 10_000, fewer: 1_000, least: 100, most: 100_000 };

const server = await serveFolder(await buildPage());
const measured: Record<string, Figures[]> = Object.fromEntries(names.map((name) => [name, []]));
try {
  for (let round = 0; round < Number(values.rounds); round++)
    // Each round begins with another: what the machine does meanwhile meets all of them.
    for (const [index] of names.entries()) {
      const name = names[(index + round) % names.length] ?? '';
      console.error(`round ${round + 1}: ${name}`);
      measured[name]?.push(await measureSubject(`${server.url}/#${name}`, plan, WINDOWED.has(name)));
    }
} finally {
  await server.close();
}

const medians = Object.fromEntries(names.map((name) => [name, medianOf(measured[name] ?? [])]));
const folder = join(ROOT, '.cache/bench');
mkdirSync(folder, { recursive: true });
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg() };
writeFileSync(
  join(folder, `${plan.throttle}x.json`),
  `${JSON.stringify({ plan, machine, medians, measured }, null, 2)}\n`,
);
console.log(printTable(medians));

function medianOf(rounds: readonly Figures[]): Figures {
  return Object.fromEntries(
    AXES.map(({ name }) => {
      const known = rounds.flatMap((figures) => figures[name] ?? []);
      // "Every time" means every time.
      return [name, name.endsWith('Follows') ? Math.min(...known) : median(known)];
    }),
  );
}
