import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { builtDoors } from './build/doors.ts';
import type { Door } from './build/doors.ts';
import { ROOT } from './root.ts';

/**
 * Writes `docs/api/<door>.md`, the public names of every door with their declarations, from the built types.
 * With `--check` it writes nothing and fails where a page is not what it would write.
 */
const PAGES = join(ROOT, 'docs/api');
const printer = ts.createPrinter({ removeComments: true });

// A language has the shape of every other; its door is the pattern of package.json, its page would say nothing.
const doors = builtDoors().filter((door) => !door.subpath.startsWith('./locales/'));
const program = ts.createProgram(doors.map(typesOf), {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  noEmit: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();
const pages = new Map(doors.map((door) => [`${door.output.replaceAll('/', '-')}.md`, writePage(door)]));
if (process.argv.includes('--check')) check();
else write();

function check(): void {
  const stale = [...pages].filter(([name, text]) => readPage(name) !== text).map(([name]) => name);
  const gone = listPages().filter((name) => !pages.has(name));
  const wrong = [...stale, ...gone];
  if (wrong.length === 0) return;
  console.error(
    `The public surface has changed: ${wrong.join(', ')}. Run "npm run api" and commit docs/api.`,
  );
  process.exitCode = 1;
}

function write(): void {
  rmSync(PAGES, { recursive: true, force: true });
  mkdirSync(PAGES, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(PAGES, name), text);
  console.log(`docs/api: ${pages.size} pages`);
}

function listPages(): string[] {
  return existsSync(PAGES) ? readdirSync(PAGES) : [];
}

function readPage(name: string): string | undefined {
  return existsSync(join(PAGES, name)) ? readFileSync(join(PAGES, name), 'utf8') : undefined;
}

function typesOf(door: Door): string {
  return join(ROOT, 'dist/types', door.source.replace(/^src\//, '').replace(/\.tsx?$/, '.d.ts'));
}

function writePage(door: Door): string {
  const file = program.getSourceFile(typesOf(door));
  const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (symbol === undefined) throw new Error(`No types for ${door.subpath}. Run "npm run build" first.`);
  const entries = describe(symbol, '');
  const name = door.subpath === '.' ? 'colloquy' : `colloquy/${door.subpath.slice(2)}`;
  return `# \`${name}\`\n\nWritten by \`npm run api\`; ${entries.length} names.\n\n\`\`\`ts\n${entries.join('\n\n')}\n\`\`\`\n`;
}

/** The exported names of a module, sorted by code point, each with its declarations. */
function describe(module: ts.Symbol, prefix: string): string[] {
  return checker
    .getExportsOfModule(module)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((exported) => describeOne(exported, prefix));
}

function describeOne(exported: ts.Symbol, prefix: string): string[] {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const name = `${prefix}${exported.name}`;
  if (symbol.flags & ts.SymbolFlags.ValueModule) return describe(symbol, `${name}.`);
  const declarations = (symbol.declarations ?? []).map((declaration) => print(declaration));
  const renamed = name === symbol.name ? '' : `// as ${name}\n`;
  return [`${renamed}${declarations.length === 0 ? `// ${name}: not resolved` : declarations.join('\n')}`];
}

function print(declaration: ts.Declaration): string {
  const file = declaration.getSourceFile();
  if (file.fileName.includes('/node_modules/')) return `// from ${packageOf(file.fileName)}`;
  // `const a: A` is a declaration inside a statement; the statement carries the keyword.
  const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return printer
    .printNode(ts.EmitHint.Unspecified, node, file)
    .replaceAll(/^(export )?(declare )?/g, '')
    .trim();
}

function packageOf(fileName: string): string {
  const [, scope = '', name = ''] = /.*\/node_modules\/(@[^/]+\/)?([^/]+)\//.exec(fileName) ?? [];
  return `${scope}${name}` || dirname(fileName);
}
