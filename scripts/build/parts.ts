import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../root.ts';
import { buildChatSdk } from './chatSdk.ts';
import { buildLibrary } from './library.ts';
import { buildPages } from './pages.ts';
import { buildServers } from './servers.ts';
import { buildWidget } from './widget.ts';

/** A part of the build: what it is made from, what it leaves behind, and how. */
export interface Part {
  readonly name: 'library' | 'widget' | 'chat-sdk' | 'servers' | 'pages';
  /** File without which the part does not exist yet. */
  readonly entry: string;
  /** A file that must be there after the build. */
  readonly output: string;
  /** Rooms of `src` that cannot change the result. */
  readonly without: readonly string[];
  readonly make: () => Promise<void>;
}

/** All parts, in building order. */
export const PARTS: readonly Part[] = [
  {
    name: 'library',
    entry: 'src/protocol/index.ts',
    output: 'dist/protocol.js',
    without: ['desk', 'server/node'],
    make: buildLibrary,
  },
  {
    name: 'widget',
    entry: 'src/widget/loader.ts',
    output: 'dist/widget.js',
    without: ['server', 'testing', 'desk'],
    make: buildWidget,
  },
  {
    name: 'chat-sdk',
    entry: 'src/facades/chat-sdk/script.ts',
    output: 'dist/chat-sdk.js',
    without: [
      'server',
      'testing',
      'desk',
      'widget',
      'panels',
      'hooks',
      'store',
      'components',
      'theme',
      'locales',
    ],
    make: buildChatSdk,
  },
  {
    name: 'servers',
    entry: 'src/server/node/cli.ts',
    output: 'dist/cli.js',
    without: ['client', 'components', 'store', 'hooks', 'panels', 'theme', 'widget', 'desk', 'testing'],
    make: buildServers,
  },
  {
    name: 'pages',
    entry: 'public/demo.html',
    output: 'dist/pages/demo.html',
    without: ['server', 'testing', 'widget', 'panels', 'hooks', 'store', 'client'],
    make: buildPages,
  },
];

/** Whether the part's room exists yet. */
export function exists(part: Part): boolean {
  return existsSync(join(ROOT, part.entry));
}

/** Whether the part must be built: its output is missing, or was made from other sources. */
export function isStale(part: Part): boolean {
  const mark = markFile(part);
  return (
    !existsSync(join(ROOT, part.output)) || !existsSync(mark) || readFileSync(mark, 'utf8') !== digest(part)
  );
}

/** Builds the part and remembers from what. A source that changes meanwhile makes it stale again. */
export async function make(part: Part): Promise<void> {
  const made = digest(part);
  await part.make();
  mkdirSync(dirname(markFile(part)), { recursive: true });
  writeFileSync(markFile(part), made);
}

function markFile(part: Part): string {
  return join(ROOT, '.cache/build', part.name);
}

/** One hash over names and contents: a fresh clone gives every file the same age, so ages say nothing. */
function digest(part: Part): string {
  const hash = createHash('sha256');
  const files = ['src', 'public', 'scripts/build', 'scripts/codemod'].flatMap(listFiles);
  const others = [
    'package.json',
    'package-lock.json',
    'scripts/aliases.ts',
    'scripts/codemod.ts',
    'tsconfig.base.json',
  ];
  for (const file of [...files, ...others].filter((each) => !isWithout(part, each)))
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function listFiles(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function isWithout(part: Part, file: string): boolean {
  return part.without.some((room) => file.startsWith(`src/${room}/`));
}
