import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createLogger, silentLogger, type Logger } from '../../../src/lib/index.ts';
import { createChildServer } from '../../../src/server/node/childServer.ts';
import type { ServerConfig } from '../../../src/server/node/serverConfig.ts';

const common = {
  host: '127.0.0.1',
  port: 0,
  logLevel: 'OFF',
  publicUrl: 'http://127.0.0.1:1',
  allowedOrigins: [],
  allowLoopback: true,
} as const;
const good: ServerConfig = {
  server: 'push',
  ...common,
  secret: 's'.repeat(16),
  tokensUrl: 'http://t',
  connectorUrl: 'http://c',
  showRecorded: false,
};
const dies: ServerConfig = {
  server: 'sandbox',
  ...common,
  accountId: 'ABCDEF',
  admin: { user: 'a', password: 'b' },
  bot: false,
};

function supervise(config: ServerConfig, logger: Logger = silentLogger) {
  const pids: number[] = [];
  const waiting: (() => void)[] = [];
  const child = createChildServer({
    name: 'server',
    entry: fileURLToPath(new URL('fakeServer.ts', import.meta.url)),
    config,
    logger,
    onReady(pid) {
      pids.push(pid);
      waiting.splice(0).forEach((resolve) => resolve());
    },
  });
  return { child, pids, nextReady: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('a server that is killed is started again, and stop ends it for good', async () => {
  const { child, pids, nextReady } = supervise(good);
  await child.start();
  for (let times = 0; times < 2; times++) {
    const ready = nextReady();
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    await ready;
  }
  expect(new Set(pids).size).toBe(3);
  await child.stop();
  expect(pids.map(isAlive)).toEqual([false, false, false]);
});

test('a server that dies before it was ready fails the start and is not tried again', async () => {
  const { child, pids } = supervise(dies);
  await expect(child.start()).rejects.toThrow('The server did not start; the line above says why.');
  expect(pids).toEqual([]);
  await child.stop();
});

test('a server that can no longer start is tried with growing pauses', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'colloquy-child-'));
  const times: unknown[] = [];
  let enough = (): void => undefined;
  const fourth = new Promise<void>((resolve) => (enough = resolve));
  const logger = createLogger('DEBUG', (_level, _text, fields) => {
    times.push(fields?.['times']);
    if (times.length === 4) enough();
  });
  const { child, pids } = supervise({ ...good, dataDir }, logger);
  await child.start();
  process.kill(pids[0] ?? 0, 'SIGKILL');
  await fourth;
  expect(times).toEqual([1, 2, 3, 4]);
  await child.stop();
  rmSync(dataDir, { recursive: true });
});
