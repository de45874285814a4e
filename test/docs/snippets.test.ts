import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import { createGlobal } from '../../src/widget/pageGlobal.ts';
import { PAGES, readPage, snippetsIn } from './pages.ts';
import type { Snippet } from './pages.ts';

/** Two errors, two lines apart: what is found here is found on a page. */
const FAULTY: Snippet = {
  page: 'the page that has it',
  language: 'tsx',
  line: 7,
  code: `import { Chat, Chatt } from 'colloquy';\n\nexport const It = () => <Chat shade={Chatt} />;\n`,
};

test('every ts and tsx snippet is whole: it compiles in a strict application', { timeout: 300_000 }, () => {
  const snippets = snippetsIn(['ts', 'tsx']);
  expect(snippets.length).toBeGreaterThan(10);
  expect(complaintsAbout([...snippets, FAULTY])).toEqual([
    expect.stringMatching(/^the page that has it:7 .*Chatt/),
    expect.stringMatching(/^the page that has it:9 .*shade/),
  ]);
});

test.for(['exampleTest.test.ts', 'examplePage.test.tsx'])(
  'the complete test of the guide is the one that runs: %s',
  (file) => {
    const ofGuide = snippetsIn([file.endsWith('x') ? 'tsx' : 'ts']).find(
      ({ page }) => page === 'docs/guides/test.md',
    );
    expect(ofGuide?.code).toBe(readPage(`test/examples/${file}`));
  },
);

test('the table of options names what the widget reads, and nothing else', () => {
  const [, table = ''] = /## Options\n([\s\S]*?)\n## /.exec(readPage('docs/widget.md')) ?? [];
  const named = [...table.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell = '']) => attributesIn(cell));
  expect(named.sort()).toEqual([...attributesRead()].sort());
});

test.for(PAGES)('%s says to the widget only what it understands', (page) => {
  const text = readPage(page);
  const tags = [
    ...text.matchAll(/<script\b[^>]*widget(?:\/element)?\.js[^>]*>|<colloquy-chat\b[^>]*>/g),
  ].flatMap(([tag]) => attributesIn(tag));
  expect(tags.filter((name) => !attributesRead().has(name))).toEqual([]);
  const calls = [...text.matchAll(/\bColloquy(?:\('(\w+)'|\.(\w+)\()/g)].map(
    ([, said, called]) => said ?? called,
  );
  const commands = Object.keys(createGlobal(() => expect.fail('nothing is made here')));
  expect(calls.filter((call) => call === undefined || !commands.includes(call))).toEqual([]);
});

/** What the compiler says of all of them at once, with our sources behind the package's name: `page:line what`. */
function complaintsAbout(snippets: readonly Snippet[]): readonly string[] {
  // Inside the house, so that packages are found; under node_modules, so that no other tool reads it.
  const caches = join(ROOT, 'node_modules/.cache');
  mkdirSync(caches, { recursive: true });
  const place = mkdtempSync(join(caches, 'snippets-'));
  const files = snippets.map(({ page, language, line, code }, index) => {
    const file = `${index}.${language}`;
    // As far down as on its page, so that lines are the page's own.
    writeFileSync(join(place, file), '\n'.repeat(line - 1) + code);
    return { file, page };
  });
  const examples = globSync('docs/examples/*/', { cwd: ROOT }).map((folder) =>
    relative(place, join(ROOT, folder)),
  );
  const config = {
    extends: relative(place, join(ROOT, 'tsconfig.examples.json')),
    // A snippet stands beside the files of the examples: it may import those.
    compilerOptions: { moduleDetection: 'force', rootDirs: ['.', ...examples] },
    files: files.map(({ file }) => file),
    include: [],
  };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
  const compiler = [join(ROOT, 'node_modules/ts7/bin/tsc'), '-p', '.', '--pretty', 'false'];
  const { stdout } = spawnSync(process.execPath, compiler, { cwd: place, encoding: 'utf8' });
  rmSync(place, { recursive: true, force: true });
  return stdout
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))
    .map((line) => {
      const [, file, at, what] = /^(\d+\.tsx?)\((\d+),\d+\): (.*)$/.exec(line) ?? [];
      return file === undefined ? line : `${files.find((each) => each.file === file)?.page}:${at} ${what}`;
    });
}

/** `data-token-url` as a page's script reads it: `tokenUrl`. */
function attributesIn(text: string): readonly string[] {
  return [...text.matchAll(/\bdata-([a-z-]+)/g)].map(([, name = '']) =>
    name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
}

/** Every attribute that the sources of the widget ask a page for. */
function attributesRead(): ReadonlySet<string> {
  const sources = globSync('src/widget/*.{ts,tsx}', { cwd: ROOT }).map(readPage).join('\n');
  const asked = [...sources.matchAll(/\b(?:texts|others|dataset)\['(\w+)'\]/g)].map(([, name = '']) => name);
  const taken = [
    ...sources.matchAll(/\{([^{}]+)\} = (?:config\.)?texts\b/g),
    ...sources.matchAll(/\btexts: \{([^{}]+)\}/g),
  ].flatMap(([, names = '']) => names.split(',').map((each) => each.trim().split(' ')[0] ?? ''));
  return new Set([...asked, ...taken]);
}
