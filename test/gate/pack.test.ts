import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';

/** The package as a stranger gets it: packed, installed without a network into an empty React app, compiled, built, run. */
const app = mkdtempSync(join(tmpdir(), 'colloquy-consumer-'));

beforeAll(() => {
  cpSync(join(ROOT, 'test/fixtures/consumer'), app, { recursive: true });
  writeFileSync(join(app, 'src/main.tsx'), readmeSnippet());
  run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', app], ROOT);
  lockTarball();
  run('npm', ['ci', '--offline', '--no-audit', '--no-fund'], app);
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

describe('the packed package', () => {
  test('holds what it promises and no sources', () => {
    const files = readdirSync(join(app, 'node_modules/colloquy'), { recursive: true, encoding: 'utf8' });
    expect(files).toContain('README.md');
    expect(files).toContain('LICENSE');
    expect(files.filter((file) => /^(src|test|stories|scripts|\.storybook)(\/|$)/.test(file))).toEqual([]);
  });

  test('brings no web server to those who want a component', () => {
    expect(['hono', 'jose', 'ws'].filter((name) => existsSync(join(app, 'node_modules', name)))).toEqual([]);
  });

  test('has types that compile in a strict application, the ten lines of the README among it', () => {
    expect(() => run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], app)).not.toThrow();
  });

  test('has types that compile the way Node resolves them', () => {
    const nodeNext = ['-p', '.', '--module', 'NodeNext', '--moduleResolution', 'NodeNext'];
    expect(() => run(process.execPath, ['node_modules/typescript/bin/tsc', ...nodeNext], app)).not.toThrow();
  });

  test('builds: the ten lines of the README become a page', () => {
    run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], app);
    expect(readdirSync(join(app, 'dist/assets')).some((name) => name.endsWith('.js'))).toBe(true);
  });

  test('runs its command line without any package beside it', () => {
    expect(run(process.execPath, ['node_modules/colloquy/dist/cli.js', '--help'], app)).toContain('colloquy');
  });
});

/** The code between `<!-- snippet:react -->` and the end of the next fence of README.md. */
function readmeSnippet(): string {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [, code] = /<!-- snippet:react -->\s*```tsx\n([\s\S]*?)```/.exec(readme) ?? [];
  if (code === undefined)
    throw new Error('README.md has no snippet between <!-- snippet:react --> and its code fence.');
  return code;
}

/**
 * Writes the packed package into the application's package.json and lock, as `npm install` would: only `npm ci` asks the
 * cache for nothing but what the set-up has put there.
 */
function lockTarball(): void {
  const name = readdirSync(app).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack made no package.');
  const { version, dependencies, peerDependencies, peerDependenciesMeta, bin } = readJson(
    join(ROOT, 'package.json'),
  );
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(app, name)))
    .digest('base64')}`;
  const entry = {
    version,
    resolved: `file:${name}`,
    integrity,
    dependencies,
    peerDependencies,
    peerDependenciesMeta,
    bin,
  };
  edit('package.json', (own) => ({
    ...own,
    dependencies: { ...own.dependencies, colloquy: `file:${name}` },
  }));
  edit('package-lock.json', ({ packages = {}, ...rest }) => {
    const root = {
      ...packages[''],
      dependencies: { ...packages['']?.dependencies, colloquy: `file:${name}` },
    };
    return { ...rest, packages: { ...packages, '': root, 'node_modules/colloquy': entry } };
  });
}

interface Manifest {
  readonly version?: string | undefined;
  readonly dependencies?: Readonly<Record<string, string>> | undefined;
  readonly peerDependencies?: Readonly<Record<string, string>> | undefined;
  readonly peerDependenciesMeta?: unknown;
  readonly bin?: unknown;
  readonly packages?: Readonly<Record<string, Manifest>> | undefined;
}

function edit(file: string, change: (manifest: Manifest) => Manifest): void {
  writeFileSync(join(app, file), JSON.stringify(change(readJson(join(app, file))), undefined, 2));
}

function readJson(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Runs a command and returns what it says; throws with all of it when it fails. */
function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (fault) {
    const { stdout, stderr } = fault as { stdout?: string; stderr?: string };
    throw new Error([`${command} ${args.join(' ')}`, stdout, stderr].join('\n'), { cause: fault });
  }
}
