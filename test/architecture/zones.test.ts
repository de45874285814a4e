import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './imports.ts';
import { INNER_ROOMS, OPEN_ROOMS, ROOMS } from './plan.ts';
import type { Room } from './plan.ts';

interface Override {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

const { overrides }: { overrides: readonly Override[] } = JSON.parse(
  readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'),
);

test.for(Object.keys(ROOMS))('the lint zone of "%s" draws the same lines as the plan', (room) => {
  const patterns = patternsOf(room);
  const targets = [...Object.keys(ROOMS), ...Object.keys(INNER_ROOMS)].filter(
    (other) => other !== '' && other !== room && other !== 'server/node' && !other.startsWith(`${room}/`),
  );
  const refused = targets.filter((other) => patterns.some((regex) => regex.test(specifier(room, other))));
  expect(refused).toEqual(targets.filter((other) => !isAllowed(room, other)));
});

test.for(Object.keys(ROOMS))(
  'the lint zone of "%s" lets in the packages of the plan and no others',
  (room) => {
    const packages = [...new Set(Object.values(ROOMS).flatMap((each) => each.packages)), 'node:fs'];
    const refused = packages.filter((name) => patternsOf(room).some((regex) => regex.test(name)));
    expect(refused).toEqual(packages.filter((name) => ROOMS[room]?.packages.includes(name) !== true));
  },
);

function patternsOf(room: string): RegExp[] {
  const files = room === '' ? 'src/index.ts' : `src/${room}/**`;
  const rule = overrides.find((each) => each.files.includes(files))?.rules['no-restricted-imports'];
  const [, { patterns }] = rule as [string, { patterns: { regex: string }[] }];
  return patterns.map(({ regex }) => new RegExp(regex));
}

function specifier(from: string, to: string): string {
  return `${from === '' ? './' : '../'}${to}/index.ts`;
}

function isAllowed(room: string, other: string): boolean {
  const { floor, mayImport }: Room = ROOMS[room] ?? { floor: 0, mayImport: [], packages: [] };
  return mayImport.includes(other) || (floor > 0 && OPEN_ROOMS.some((open) => open === other));
}
