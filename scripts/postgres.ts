import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts a throw-away PostgreSQL in a temporary folder, on a Unix socket only, with its flushes on. Where there is none on
 * the machine it installs Debian's as root, else throws an error that says in one line what to do.
 */
export async function startPostgres(): Promise<Postgres> {
  const bin = ensurePostgres();
  const folder = mkdtempSync(join(tmpdir(), 'colloquy-pg-'));
  const owner = unprivileged();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const initdb = [
    '--pgdata',
    data,
    '--auth',
    'trust',
    '--username',
    'colloquy',
    '--encoding',
    'UTF8',
    '--locale',
    'C',
  ];
  execFileSync(join(bin, 'initdb'), initdb, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const server = serverIn(bin, folder, owner);
  // Whoever ends without `stop` leaves nothing behind either.
  const onExit = (): void => {
    server.killNow();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', onExit);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128));
  await server.start();
  return {
    ...server,
    url: `postgres:///postgres?host=${encodeURIComponent(folder)}&user=colloquy`,
    async stop() {
      process.off('exit', onExit);
      await server.kill('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A PostgreSQL of our own. */
export interface Postgres {
  /** How clients reach it. */
  readonly url: string;
  /** Starts it again after `kill`; resolves when it takes connections. */
  start(): Promise<void>;
  /** Ends it, by default as kill -9 of all its processes; the data stay. Resolves when all are gone. */
  kill(signal?: NodeJS.Signals): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** How long a start may take, crash recovery included. */
const START_WITHIN_MS = 30_000;

function serverIn(
  bin: string,
  folder: string,
  owner: Owner | undefined,
): Pick<Postgres, 'start' | 'kill'> & { killNow(): void } {
  let running: ChildProcess | undefined;
  const options = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=on'];
  return {
    killNow: () => void running?.kill('SIGKILL'),
    async start() {
      const until = Date.now() + START_WITHIN_MS;
      for (;;) {
        const args = ['-D', join(folder, 'data'), ...options];
        const child = spawn(join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' });
        running = child;
        while (child.exitCode === null && Date.now() < until) {
          if (isReady(bin, folder)) return;
          await pause(30);
        }
        if (Date.now() >= until) throw new Error('PostgreSQL did not start in time.');
        // Processes of one that was killed may still be leaving.
        await pause(100);
      }
    },
    async kill(signal = 'SIGKILL') {
      const child = running;
      running = undefined;
      if (child?.pid === undefined || child.exitCode !== null) return;
      const others = signal === 'SIGKILL' ? childrenOf(child.pid) : [];
      const gone = once(child, 'exit');
      child.kill(signal);
      for (const pid of others) endProcess(pid);
      await gone;
    },
  };
}

function isReady(bin: string, folder: string): boolean {
  return spawnSync(join(bin, 'pg_isready'), ['-q', '-h', folder, '-U', 'colloquy']).status === 0;
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  } catch {
    // Not Linux: they notice by themselves that their parent is gone.
    return [];
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has left already.
  }
}

/** PostgreSQL refuses to run as root; whom it runs as then. */
function unprivileged(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody']
    .map((name) => users.find(([user]) => user === name))
    .find((user) => user !== undefined);
  if (!found)
    throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function ensurePostgres(): string {
  const found = findPostgres() ?? (installFromDebian() ? findPostgres() : undefined);
  if (found === undefined)
    throw new Error(
      'No PostgreSQL server found. Install one ("apt-get install postgresql") or set POSTGRES_BIN to the folder of its programs.',
    );
  return found;
}

function findPostgres(): string | undefined {
  const named = process.env['POSTGRES_BIN'];
  if (named !== undefined && named !== '') return named;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((each) => join(debian, each, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
    '/usr/local/pgsql/bin',
    '/opt/homebrew/opt/postgresql/bin',
  ];
  return folders.find((each) => existsSync(join(each, 'initdb')) && existsSync(join(each, 'postgres')));
}

function installFromDebian(): boolean {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return false;
  console.log("No PostgreSQL found; installing Debian's.");
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
  return (
    quietly('apt-get', [...apt, 'update']) &&
    quietly('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'postgresql'])
  );
}

function quietly(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
