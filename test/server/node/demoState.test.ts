import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makePrivateFolder, writePrivateFile } from '../../../src/server/node/demoState.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'colloquy-state-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a file is replaced as a whole and is for its owner only', () => {
  const file = join(dir, 'deep', 'state.json');
  writePrivateFile(file, 'one');
  writePrivateFile(file, 'two');
  expect(readFileSync(file, 'utf8')).toBe('two');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dir, 'deep'))).toEqual(['state.json']);
});

test('what cannot be written or made is told in a line that names it', () => {
  const file = join(dir, 'a-file');
  writeFileSync(file, '');
  expect(() => makePrivateFolder(join(file, 'data'))).toThrow(
    /^The folder .*a-file\/data cannot be made: ENOTDIR/,
  );
  expect(() => makePrivateFolder(file)).toThrow(/^The folder .*a-file cannot be made: EEXIST/);
  expect(() => writePrivateFile(join(file, 'state.json'), '{}')).toThrow(
    /^The file .*state\.json cannot be written: /,
  );
});
