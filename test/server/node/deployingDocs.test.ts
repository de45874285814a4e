import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../../src/server/node/settings.ts';

const text = readFileSync(new URL('../../../docs/deploying.md', import.meta.url), 'utf8');

test.each(Object.entries(SETTINGS))(
  'docs/deploying.md tells every setting of %s, in the words of --help',
  (server, settings) => {
    const start = text.indexOf(`### \`colloquy ${server}\``);
    const section = text.slice(start, text.indexOf('\n### ', start + 1));
    const rows = [...section.matchAll(/^\| `([A-Z_]+)`\s*\| (.+?)\s*\|$/gm)].map(([, name, help]) => [
      name,
      help,
    ]);
    expect(rows).toEqual(settings.map(({ name, help }) => [name, help.replaceAll('|', '\\|')]));
  },
);

test('docs/deploying.md names no setting that does not exist', () => {
  const known = new Set(Object.values(SETTINGS).flatMap((settings) => settings.map(({ name }) => name)));
  const named = new Set(text.match(/COLLOQUY_[A-Z_]*[A-Z]/g));
  expect([...named].filter((name) => !known.has(name) && name !== 'COLLOQUY_UPSTREAM')).toEqual([]);
});
