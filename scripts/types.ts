import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { ROOT } from './root.ts';

/**
 * The compiler environments, each a project of its own: what a room may know of its surroundings is decided by the
 * types it compiles with. `content` names a pattern that must match before the project is worth compiling.
 */
const PROJECTS = [
  { name: 'pure', content: 'src/lib/*.ts', nodeTypes: false },
  { name: 'server', content: 'src/server/*.ts', nodeTypes: false },
  { name: 'browser', content: 'src/{client,components,theme,store,hooks,panels,widget}/*', nodeTypes: false },
  { name: 'node', content: 'scripts/*.ts', nodeTypes: true },
  { name: 'stories', content: 'stories/**/*.tsx', nodeTypes: true },
  { name: 'examples', content: 'docs/examples/*/*.tsx', nodeTypes: true },
  { name: 'test', content: 'test/**/*.ts', nodeTypes: true },
] as const;

const COMPILER = 'node_modules/ts7/bin/tsc';

const results = await Promise.all(PROJECTS.filter(hasContent).map(check));
process.exitCode = results.every(Boolean) ? 0 : 1;

function hasContent(project: (typeof PROJECTS)[number]): boolean {
  return (
    globSync(project.content, { cwd: ROOT }).length > 0 && existsSync(`${ROOT}/tsconfig.${project.name}.json`)
  );
}

async function check({ name, nodeTypes }: (typeof PROJECTS)[number]): Promise<boolean> {
  const { status, text } = await tsc(['-p', `tsconfig.${name}.json`, '--pretty', 'false', '--listFiles']);
  const lines = text.split('\n').filter((line) => line !== '');
  const errors = lines.filter((line) => !line.startsWith('/') && !/^[A-Z]:[\\/]/.test(line));
  const leaked = !nodeTypes && lines.some((line) => line.includes('/node_modules/@types/node/'));
  if (leaked)
    errors.push(`tsconfig.${name}.json: Node types have leaked in. Some package's types refer to them.`);
  if (errors.length > 0) console.error(errors.join('\n'));
  console.log(`types ${name}: ${errors.length === 0 && status === 0 ? 'ok' : 'failed'}`);
  return errors.length === 0 && status === 0;
}

function tsc(args: readonly string[]): Promise<{ status: number; text: string }> {
  const child = spawn(process.execPath, [COMPILER, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ status: code ?? 1, text })));
}
