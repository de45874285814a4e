import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { minifySync, type Plugin } from 'vite';
import { ROOT } from '../root.ts';

/** What others than our own code know by name: the page and the connector. */
const KNOWN_OUTSIDE = [
  'src/protocol',
  'src/facades/chat-sdk/script.ts',
  'src/facades/chat-sdk/chatSdk.ts',
  'src/facades/chat-sdk/engagement.ts',
  'src/facades/chat-sdk/events.ts',
];

/** Headers and words of a query that are written as names of members. */
const IN_REQUESTS = [
  'authorization',
  'appkey',
  'accept',
  'limit',
  'before',
  'after',
  'cursor',
  'wait',
  'reason',
];

/**
 * Shortens the names of members that only our own code knows, in a script that stands alone. A name is left as it is where
 * the platform, the wire or the page has one of the same spelling, where it stands in a text as well, and among the facts
 * of a log line.
 */
export function ownNames(): Plugin {
  return {
    name: 'colloquy:own-names',
    generateBundle(_options, bundle) {
      const foreign = new Set([...IN_REQUESTS, ...foreignNames()]);
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const found: Found = { members: new Set(), texts: new Set() };
        collect(this.parse(chunk.code), found);
        const own = [...found.members].filter((name) => !found.texts.has(name) && !foreign.has(name));
        const include = new RegExp(`^(?:${own.map((name) => name.replaceAll('$', '\\$')).join('|')})$`);
        const { code } = minifySync(chunk.fileName, chunk.code, {
          ...{ compress: false, mangle: true, mangleProps: { include } },
        });
        chunk.code = code;
      }
    },
  };
}

interface Found {
  readonly members: Set<string>;
  /** Of all texts, and of the keys of what is logged. */
  readonly texts: Set<string>;
}

function collect(node: unknown, found: Found): void {
  if (Array.isArray(node)) return node.forEach((one) => collect(one, found));
  if (!isNode(node)) return;
  const { type } = node;
  const member = type === 'MemberExpression' ? node['property'] : node['key'];
  if (isNode(member) && node['computed'] !== true && typeof member['name'] === 'string')
    found.members.add(member['name']);
  if (typeof node['value'] === 'string') found.texts.add(node['value']);
  if (type === 'TemplateElement' && isNode(node['value'])) found.texts.add(String(node['value']['cooked']));
  if (type === 'CallExpression' && isLogging(node['callee'])) keysOf(node['arguments'], found.texts);
  Object.values(node).forEach((one) => collect(one, found));
}

function isLogging(callee: unknown): boolean {
  const property = isNode(callee) ? callee['property'] : undefined;
  return isNode(property) && /^(debug|info|warn|error)$/.test(String(property['name']));
}

function keysOf(node: unknown, names: Set<string>): void {
  const found: Found = { members: names, texts: new Set() };
  collect(node, found);
}

function isNode(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null;
}

function foreignNames(): Set<string> {
  const platform = dirname(createRequire(import.meta.url).resolve('typescript/lib/lib.dom.d.ts'));
  const files = [
    ...filesIn(platform).filter((file) => /lib\.(dom|es)[\w.]*\.d\.ts$/.test(file)),
    ...KNOWN_OUTSIDE.map((path) => join(ROOT, path)).flatMap((path) =>
      path.endsWith('.ts') ? [path] : filesIn(path),
    ),
  ];
  return new Set(
    files.flatMap(
      (file) =>
        readFileSync(file, 'utf8')
          .replace(COMMENTS, '')
          .match(/[\w$]+/g) ?? [],
    ),
  );
}

const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(folder, entry.name));
}
