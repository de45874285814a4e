import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';

/** What a page pays for one thing, compressed as a web server would send it (brotli 11, each file on its own). */
export interface Budget {
  readonly name: string;
  readonly brotliBytes: number;
  readonly budgetBytes: number;
  /** Where the bytes come from: module paths or packages, for the tests that look at them. */
  readonly modules: readonly string[];
  readonly code: string;
}

const KILO = 1000;

/** Measures everything that has a budget and is built. Budgets go down; docs/performance.md says where one went up, and for what. */
export async function measureBudgets(): Promise<Budget[]> {
  return [...measureWidget(), ...(await measureClient())];
}

function measureWidget(): Budget[] {
  const launcher = join(ROOT, 'dist/widget.js');
  const chat = join(ROOT, 'dist/widget/chat.js');
  return [
    { name: 'launcher', files: [launcher], budgetBytes: 3.98 * KILO },
    { name: 'open text chat', files: [launcher, ...withStaticImports(chat)], budgetBytes: 57.9 * KILO },
    { name: 'open text chat: fetched beside it', files: besideChat(), budgetBytes: 7.85 * KILO },
    { name: 'chat-sdk.js', files: [join(ROOT, 'dist/chat-sdk.js')], budgetBytes: 21.7 * KILO },
  ]
    .filter(({ files }) => files.every((file) => existsSync(file)))
    .map(({ name, files, budgetBytes }) => {
      const texts = files.map((file) => readFileSync(file, 'utf8'));
      return {
        name,
        budgetBytes,
        brotliBytes: sum(texts.map(brotli)),
        modules: files,
        code: texts.join('\n'),
      };
    });
}

/** The parts that every chat fetches when it starts, after it is on the page; a journey holds them against what a page asks for. */
function besideChat(): string[] {
  return globSync('dist/widget/{createSharedClient,holdWhole}-*.js', { cwd: ROOT }).map((file) =>
    join(ROOT, file),
  );
}

/** A file and the chunks that load with it; what stands behind `import()` is paid when it is asked for. */
function withStaticImports(file: string, seen = new Set<string>()): string[] {
  // A missing file stays in the list, so that the caller sees that the widget is not built.
  if (seen.has(file)) return [];
  if (!existsSync(file)) return [file];
  seen.add(file);
  const specifiers = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g);
  return [
    file,
    ...[...specifiers].flatMap(([, name = '']) => withStaticImports(join(dirname(file), name), seen)),
  ];
}

/** `./client` alone, as an application without React that makes a client would bundle it, and what the first `start` fetches. */
async function measureClient(): Promise<Budget[]> {
  const entry = join(ROOT, 'scripts/build/clientAlone.ts');
  if (!existsSync(entry)) return [];
  const result = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    publicDir: false,
    build: {
      target: 'es2022',
      write: false,
      lib: { entry, formats: ['es'], fileName: 'client' },
      // As in an application's build: what the parts share stands in the entry.
      rolldownOptions: {
        onLog,
        preserveEntrySignatures: 'allow-extension',
        output: { minify: true, comments: false },
      },
    },
  });
  const chunks = (Array.isArray(result) ? result : [])
    .flatMap((each) => each.output)
    .filter((each) => each.type === 'chunk');
  const isLater = (chunk: (typeof chunks)[number]): boolean => chunk.isDynamicEntry;
  return [
    { name: './client', parts: chunks.filter((each) => !isLater(each)), budgetBytes: 21.65 * KILO },
    { name: './client: tabs and kept messages', parts: chunks.filter(isLater), budgetBytes: 7.1 * KILO },
  ].map(({ name, parts, budgetBytes }) => {
    const code = parts.map((each) => each.code).join('\n');
    const modules = parts.flatMap((each) => Object.keys(each.modules));
    return { name, brotliBytes: brotli(code), budgetBytes, modules, code };
  });
}

function brotli(text: string): number {
  return brotliCompressSync(text).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
