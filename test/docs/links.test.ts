import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import { PAGES, readPage } from './pages.ts';

test.for(PAGES)('%s leads nowhere into the void', (page) => {
  const links = [...readPage(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^(https?|mailto):/.test(link) && !leadsSomewhere(page, link))).toEqual([]);
});

test.for(PAGES)('%s names only files that are there', (page) => {
  const names = [...readPage(page).matchAll(/`((?:src|test|docs|stories|scripts)\/[\w./-]+)`/g)].map(
    ([, name = '']) => name,
  );
  expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
});

test.for(PAGES)('%s names only commands that are there', (page) => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readPage('package.json'));
  const text = readPage(page);
  const named = [...text.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

/** The file is there, and so is its heading, by the name that forges give it. */
function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, file))) return false;
  if (heading === undefined) return true;
  const headings = [...readPage(file).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return headings.includes(heading);
}
