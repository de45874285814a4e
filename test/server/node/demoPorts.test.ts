import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { chooseDemoPorts } from '../../../src/server/node/demoPorts.ts';

const HOST = '127.0.0.1';

test('free ports are five different ones, of those that no outgoing connection is ever given', async () => {
  const ports = Object.values(await chooseDemoPorts(HOST, 0, {}));
  expect(new Set(ports).size).toBe(5);
  for (const port of ports) {
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  }
});

test('the ports of last time are taken again, but for one that somebody else has', async () => {
  const last = await chooseDemoPorts(HOST, 0, {});
  expect(await chooseDemoPorts(HOST, 0, last)).toEqual(last);
  const other = createServer().listen(last.sandbox, HOST);
  await once(other, 'listening');
  const { sandbox, ...same } = await chooseDemoPorts(HOST, 0, last);
  other.close();
  expect(sandbox).not.toBe(last.sandbox);
  expect(last).toMatchObject(same);
});
