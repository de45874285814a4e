import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const pages = [
  'README.md',
  'docs/llms.txt',
  'docs/components.md',
  'docs/examples/README.md',
  ...globSync('docs/guides/*.md', { cwd: ROOT }),
];

test.for(pages)('%s leads nowhere into the void', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const ours = links.filter((link) => !/^https?:/.test(link));
  expect(ours.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
});

test.for(pages)('%s names only files that are there', (page) => {
  const names = [...read(page).matchAll(/`((?:src|test|docs)\/[\w./-]+)`/g)].map(([, name = '']) => name);
  expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});

test.for(['exampleTest.test.ts', 'examplePage.test.tsx'])(
  'the complete test of the guide is the one that runs: %s',
  (file) => {
    const language = file.endsWith('x') ? 'tsx' : 'ts';
    const [, code] =
      new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(read('docs/guides/test.md')) ?? [];
    expect(code).toBe(read(`test/examples/${file}`));
  },
);
