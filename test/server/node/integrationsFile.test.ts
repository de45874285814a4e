import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readIntegrations } from '../../../src/server/node/integrationsFile.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'colloquy-list-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('the file is read anew each time', async () => {
  const file = join(dir, 'integrations.json');
  const one = { id: 'i', kind: 'chat', channelProviderId: 'p' };
  writeFileSync(file, JSON.stringify([one]));
  expect(await readIntegrations(file)).toEqual([one]);
  writeFileSync(file, JSON.stringify([one, { ...one, id: 'j' }]));
  expect((await readIntegrations(file)).map((each) => each.id)).toEqual(['i', 'j']);
});

test.each([
  ['{', 'is not a list of integrations'],
  ['[]', 'is not a list of integrations'],
  ['[{"id":"i","kind":"fax","channelProviderId":"p"}]', '[0].kind'],
])('the file with %s is refused in a line', async (content, words) => {
  const file = join(dir, 'integrations.json');
  writeFileSync(file, content);
  await expect(readIntegrations(file)).rejects.toThrow(words);
});

test('a file that is not there is told by its name', async () => {
  await expect(readIntegrations(join(dir, 'none.json'))).rejects.toThrow(/none\.json cannot be read/);
});
