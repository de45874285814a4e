import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { INNER_ROOMS } from './plan.ts';

/** One import, export-from or `import()` as it stands in a source file; type imports included. */
export interface Import {
  /** Importing file, relative to `src`, with forward slashes. */
  readonly from: string;
  /** The specifier as written. */
  readonly specifier: string;
  /** Imported file relative to `src`, or undefined for a package. */
  readonly to: string | undefined;
}

/** The checkout's root folder. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every source file under `src`, relative to it, sorted. */
export function listSources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}

/** Reads the imports of the given files (relative to `src`). */
export function readImports(files: readonly string[]): Import[] {
  return files.flatMap((from) => {
    const text = readFileSync(join(ROOT, 'src', from), 'utf8');
    return specifiersIn(text).map((specifier) => ({ from, specifier, to: resolveInside(from, specifier) }));
  });
}

/** The room of a file relative to `src`: `components`, `server/node`, or `` for the package door. */
export function roomOf(file: string): string {
  const inner = Object.keys(INNER_ROOMS).find((name) => file.startsWith(`${name}/`));
  return inner ?? (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
}

/** Strongly connected groups of more than one file (or a file that imports itself), each sorted. */
export function findCycles(imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>();
  for (const { from, to } of imports) if (to !== undefined) edges.set(from, [...(edges.get(from) ?? []), to]);
  return stronglyConnected(edges).filter(
    (group) => group.length > 1 || edges.get(group[0] ?? '')?.includes(group[0] ?? '') === true,
  );
}

function specifiersIn(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
}

function resolveInside(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const inSrc = posix.join(posix.dirname(from), specifier);
  return inSrc.startsWith('..') ? relative(join(ROOT, 'src'), join(ROOT, 'src', inSrc)) : inSrc;
}

/** Tarjan, 1972. */
function stronglyConnected(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (node: string): void => {
    order.set(node, order.size);
    low.set(node, order.get(node) ?? 0);
    stack.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) === order.get(node)) groups.push(stack.splice(stack.indexOf(node)).sort());
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return groups;
}
