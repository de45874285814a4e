import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildChatSdk } from '../../scripts/build/chatSdk.ts';
import { integrityOf, writeIntegrity } from '../../scripts/build/integrity.ts';
import { buildWidget } from '../../scripts/build/widget.ts';

const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'colloquy-built-')));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

test('built twice, every script of the widget has the same hash, and the two that pages name have one', async () => {
  const [one, other] = folders;
  if (one === undefined || other === undefined) throw new Error('There are two');
  for (const folder of folders) {
    await buildWidget(folder);
    await buildChatSdk(folder);
  }
  const { version, scripts } = writeIntegrity(one);
  expect(integrityOf(other)).toEqual({ version, scripts });
  for (const name of ['widget.js', 'chat-sdk.js', 'widget/chat.js'])
    expect(scripts[name]).toEqual({
      path: `${version}/${name}`,
      integrity: expect.stringMatching(/^sha384-[\w+/]{64}$/),
    });
});
