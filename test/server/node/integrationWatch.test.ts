import { expect, test } from 'vitest';
import { createLogger, createSimulatedClock, decode, systemRandom } from '../../../src/lib/index.ts';
import type { Fetch } from '../../../src/server/app.ts';
import { signInAdmin } from '../../../src/server/node/adminApi.ts';
import type { NamedIntegration } from '../../../src/server/node/integrationsFile.ts';
import { createIntegrationWatch, listIntegrations } from '../../../src/server/node/integrationWatch.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';

const SANDBOX = 'http://sandbox.example';

async function setUp() {
  const clock = createSimulatedClock();
  const sandbox = createSandboxApp({
    store: createMemoryStore(),
    baseUrl: SANDBOX,
    accountId: 'ABCDEF',
    admin: { user: 'admin', password: 'the-password' },
    clock,
    random: systemRandom,
    fetch: () => Promise.reject(new Error('no network')),
    passwordRounds: 1000,
  });
  await sandbox.start();
  let away = false;
  const fetch: Fetch = (request) => sandbox.fetch(request);
  const watched: Fetch = (request) =>
    away ? Promise.reject(new Error('connection refused')) : sandbox.fetch(request);
  const order = { fetch, sandboxUrl: SANDBOX, admin: { user: 'admin', password: 'the-password' } };
  const api = await signInAdmin(order);
  const make = async (path: string, idField: string, body: unknown): Promise<string> => {
    const made = await api.call('POST', path, body, decode.map(decode.anything));
    return String(made[idField]);
  };
  const element = { name: 'E', kind: 'messaging', hostName: 'shop', callbackUrl: 'https://chat.example/x' };
  const channelProviderId = await make('connector-elements', 'channelProviderId', element);
  const add = (name: string): Promise<string> =>
    make('integrations', 'integrationId', { name, kind: 'messaging', channelProviderId });
  const setAway = (is: boolean): void => void (away = is);
  return { clock, sandbox, order: { ...order, fetch: watched }, api, add, setAway };
}

test('those of the set-up stand first, whatever their ids', async () => {
  const { sandbox, api, add } = await setUp();
  const ids = [await add('One'), await add('Two'), await add('Three')].sort().reverse();
  const all = await listIntegrations(api, []);
  const seeded = ids.slice(0, 2).flatMap((id) => all.filter((each) => each.id === id));
  expect((await listIntegrations(api, seeded)).map((each) => each.id)).toEqual(ids);
  await sandbox.stop();
});

test('an added integration is told at the next look, once, also after the sandbox was away', async () => {
  const { clock, sandbox, order, api, add, setAway } = await setUp();
  const first = await add('One');
  const known = await listIntegrations(api, []);
  const started = clock.now();
  const told: (readonly NamedIntegration[])[] = [];
  const lines: string[] = [];
  const logger = createLogger('DEBUG', (_level, text) => lines.push(text));
  const onChange = (found: readonly NamedIntegration[]): void => void told.push(found);
  const watch = createIntegrationWatch({ ...order, clock, logger, seeded: known, known, onChange });
  const lookUntil = async (fact: () => boolean): Promise<void> => {
    while (!fact()) {
      clock.advance(2000);
      // Off-thread, so that what is under way comes on.
      await crypto.subtle.digest('SHA-256', new Uint8Array());
    }
  };
  setAway(true);
  const second = await add('Two');
  await lookUntil(() => lines.length > 0);
  setAway(false);
  await lookUntil(() => told.length > 0);
  await lookUntil(() => clock.now() > started + 60_000);
  expect(told).toEqual([[...known, expect.objectContaining({ id: second })]]);
  expect(known).toEqual([expect.objectContaining({ id: first })]);
  watch.stop();
  await sandbox.stop();
});
