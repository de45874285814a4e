import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { measureBudgets } from '../../scripts/build/budgets.ts';
import { plannedDoors } from '../../scripts/build/doors.ts';
import { ROOT } from '../../scripts/root.ts';
import { AvayaCCaaSChatSDK } from '../../src/facades/chat-sdk/index.ts';

const budgets = await measureBudgets();

describe('what a page downloads', () => {
  test('the launcher, the open chat, the Chat SDK and the client are all measured', () => {
    expect(budgets.map(({ name }) => name)).toEqual([
      'launcher',
      'open text chat',
      'open text chat: fetched beside it',
      'chat-sdk.js',
      './client',
      './client: tabs and kept messages',
    ]);
  });

  test.for(budgets)('$name stays within its budget', ({ brotliBytes, budgetBytes }) => {
    expect(brotliBytes).toBeLessThanOrEqual(budgetBytes);
  });

  test.for(budgets)('$name carries nothing of Node', ({ code }) => {
    expect(code.match(/["'`]node:[a-z/]+["'`]/g)).toBeNull();
  });

  test.for(budgets)('$name asks for no process and evaluates no text', ({ code }) => {
    // styled-components looks whether there is a process before it asks; an unguarded look would throw on a page.
    expect(
      code.match(/(?<![.\w])process\.env\.[A-Z_]+/g)?.filter((each) => !GUARDED.has(each)) ?? [],
    ).toEqual([]);
    expect(code).not.toMatch(/(?<![.\w])(eval|Function)\(["'`]/);
  });
});

test('the chat is compiled while it comes', () => {
  const chat = readFileSync(join(ROOT, 'dist/widget/chat.js'), 'utf8');
  expect(chat.split('\n', 1)).toEqual(['//# allFunctionsCalledOnLoad']);
});

describe('the client door', () => {
  const client = budgets.find(({ name }) => name === './client');

  test('carries no React and no other package', () => {
    expect(client?.modules.filter((id) => id.includes('/node_modules/'))).toEqual([]);
  });

  test('carries no server', () => {
    expect(client?.modules.filter((id) => id.includes('/src/server/'))).toEqual([]);
  });
});

describe('chat-sdk.js', () => {
  const code = budgets.find(({ name }) => name === 'chat-sdk.js')?.code ?? '';

  test('is a classic script in the language of 2017', () => {
    expect(() => parse(code, { ecmaVersion: 2017, sourceType: 'script' })).not.toThrow();
  });

  test('calls nothing that browsers learnt after 2019', () => {
    const young =
      /\.(at|findLast|findLastIndex|replaceAll|to(Sorted|Reversed|Spliced)|structuredClone|withResolvers)\(/g;
    expect(code.match(young) ?? []).toEqual([]);
    expect(code).not.toMatch(/Object\.(hasOwn|groupBy)\b|Promise\.any\b|AbortSignal\.(any|timeout)\b/);
  });

  test('carries neither the tabs nor the kept messages, nor helpers that are nowhere', () => {
    expect(code).not.toMatch(/indexedDB|BroadcastChannel|babelHelpers/);
  });

  test('leaves one global behind', () => {
    const page: Record<string, unknown> = {};
    runInNewContext(code, { window: page, URL, crypto, queueMicrotask });
    expect(Object.keys(page)).toEqual(['AvayaCCaaSChatSDK']);
  });

  test('what the page knows by name has kept it when the script was made small', async () => {
    const page: Record<string, unknown> = {};
    runInNewContext(code, { window: page, URL, crypto, queueMicrotask });
    const sdk = page['AvayaCCaaSChatSDK'] as typeof AvayaCCaaSChatSDK;
    expect(Object.keys(sdk).toSorted()).toEqual(Object.keys(AvayaCCaaSChatSDK).toSorted());
    const fault: unknown = await sdk.init({ ...PARAMS, hostURL: 'ftp://chat.test' }).catch((each) => each);
    expect(fault).toMatchObject({ name: 'ACSException', code: 'ACS-309' });
    await expect(sdk.init({ ...PARAMS, appkey: '' })).rejects.toMatchObject({ code: 'ACS-302' });
    await expect(sdk.init({ ...PARAMS, token: '' })).rejects.toMatchObject({ code: 'ACS-308' });
  });
});

const PARAMS = { hostURL: 'https://chat.test', integrationId: 'one', token: 'a.b.c', appkey: 'key' } as const;

describe('the widget', () => {
  test('carries no server and no contact-centre words', () => {
    const widget = budgets.find(({ name }) => name === 'open text chat');
    // A path of the contact centre's REST interface: whoever has it has the adapter or the sandbox.
    expect(widget?.code).not.toContain('/api/digital/');
  });

  test('runs on the small runtime, not on React', () => {
    const widget = budgets.find(({ name }) => name === 'open text chat');
    expect(widget?.code).not.toContain('react.transitional.element');
  });
});

describe('the development panel', () => {
  const panel = 'Open the chat inspector';

  test.for(plannedDoors().filter(({ output }) => output !== 'inspector'))(
    '$subpath fetches nothing of it',
    ({ output }) => {
      const files = withChunks(join(ROOT, 'dist', `${output}.js`));
      expect([...files].filter((file) => readFileSync(file, 'utf8').includes(panel))).toEqual([]);
    },
  );

  test('nor does the widget, beside whose files it lies in a folder of its own', () => {
    const files = globSync('dist/{*.js,widget/*.js}', { cwd: ROOT }).filter(
      (file) => file !== 'dist/inspector.js',
    );
    expect(files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes(panel))).toEqual([]);
    expect(readFileSync(join(ROOT, 'dist/inspected/widget/chat.js'), 'utf8')).toContain(panel);
    expect(readFileSync(join(ROOT, 'dist/inspected/widget.js'))).toEqual(
      readFileSync(join(ROOT, 'dist/widget.js')),
    );
  });
});

/** A built file and all that it fetches, now or later. */
function withChunks(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const names = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?["'](\.[^"']+)["']/g);
  for (const [, name = ''] of names) withChunks(join(dirname(file), name), seen);
  return seen;
}

describe('the package', () => {
  test.for(plannedDoors())('$subpath is built, with types', ({ output, source }) => {
    const types = source.replace(/^src\//, '').replace(/\.tsx?$/, '.d.ts');
    expect(existsSync(join(ROOT, 'dist', `${output}.js`))).toBe(true);
    expect(existsSync(join(ROOT, 'dist/types', types))).toBe(true);
  });

  test.for(plannedDoors())('$subpath can be imported where there is no window', async ({ output }) => {
    await expect(import(join(ROOT, 'dist', `${output}.js`))).resolves.toBeDefined();
  });

  test('the exports map names every door and nothing that is not there', () => {
    const { exports }: { exports: Record<string, unknown> } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    );
    const planned = plannedDoors().map(({ subpath }) => subpath.replace(/^\.\/locales\/.+/, './locales/*'));
    const named = Object.keys(exports).filter(
      (name) => !['./package.json', './widget.js', './chat-sdk.js'].includes(name),
    );
    expect(named.toSorted()).toEqual([...new Set(planned)].toSorted());
  });

  test.for(plannedDoors().filter(({ forClient }) => forClient))(
    '$subpath says that it is for the client',
    ({ output }) => {
      expect(readFileSync(join(ROOT, 'dist', `${output}.js`), 'utf8')).toMatch(/^['"]use client['"]/);
    },
  );

  test('the types name no package that an application would not have', () => {
    // Whole names only: styled-components publishes no deep path that every resolver finds.
    const peers = ['react', 'react-dom', 'styled-components', 'zustand', 'zustand/vanilla'];
    expect([...packagesInTypes()].filter((name) => !peers.includes(name))).toEqual([]);
  });

  test('the command line carries its libraries inside', () => {
    const specifiers = readFileSync(join(ROOT, 'dist/cli.js'), 'utf8').matchAll(
      /^import .*?["']([^"']+)["'];?$/gm,
    );
    expect([...specifiers].map(([, name = '']) => name).filter((name) => !name.startsWith('node:'))).toEqual(
      [],
    );
  });
});

const GUARDED = new Set(['process.env.REACT_APP_SC_ATTR', 'process.env.SC_ATTR']);

/** Packages that the types of the doors name, directly or through other types. */
function packagesInTypes(): Set<string> {
  const packages = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || !existsSync(file)) return;
    seen.add(file);
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"]([^'"]+)['"]/g)) {
      if (name.startsWith('.')) visit(join(dirname(file), name.replace(/\.tsx?$/, '.d.ts')));
      else packages.add(name);
    }
  };
  for (const { source } of plannedDoors())
    visit(join(ROOT, 'dist/types', source.replace(/^src\//, '').replace(/\.tsx?$/, '.d.ts')));
  return packages;
}
