import { expect, test } from 'vitest';
import { readExports } from './exports.ts';
import { listSources, roomOf } from './imports.ts';

const sources = listSources();

test.for([...new Set(sources.map(roomOf))])(
  'every name that a file of "%s" exports has its docstring',
  (room) => {
    const names = readExports(sources.filter((file) => roomOf(file) === room));
    expect(
      names.filter(({ documented }) => !documented).map(({ file, name }) => `src/${file}: ${name}`),
    ).toEqual([]);
  },
);
