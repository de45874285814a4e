import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';

const ROOT = new URL('../../', import.meta.url);

test.each(MUTANTS)('the text that "$name" changes stands once in its file', ({ changes }) => {
  for (const { file, find } of changes)
    expect(readFileSync(fileURLToPath(new URL(file, ROOT)), 'utf8').split(find)).toHaveLength(2);
});

test('every planted bug has a name of its own', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
});
