import { expect, test } from 'vitest';
import { createSeededRandom, createSimulatedClock, systemRandom } from '../../../src/lib/index.ts';
import type { Fetch } from '../../../src/server/app.ts';
import { readDemoState, type DemoState } from '../../../src/server/node/demoState.ts';
import { seedSandbox, type SeedOrder } from '../../../src/server/node/seedSandbox.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import { createMemoryStore } from '../../../src/server/storage/index.ts';

const SANDBOX = 'http://sandbox.example';

function setUp() {
  let state: DemoState = readDemoState('/there/is/no/such/file', createSeededRandom(5));
  const sandbox = createSandboxApp({
    store: createMemoryStore(),
    baseUrl: SANDBOX,
    accountId: state.accountId,
    admin: { user: 'admin', password: state.adminPassword },
    clock: createSimulatedClock(),
    random: systemRandom,
    fetch: () => Promise.reject(new Error('no network')),
    allowLoopbackCallbacks: true,
    passwordRounds: 1000,
  });
  let calls = 0;
  const seed = (change: Partial<SeedOrder> = {}, failAt = Infinity) => {
    const fetch: Fetch = (request) => {
      calls += 1;
      return calls === failAt ? Promise.reject(new Error('killed')) : sandbox.fetch(request);
    };
    return seedSandbox({
      fetch,
      sandboxUrl: SANDBOX,
      connectorUrl: 'http://127.0.0.1:4301',
      webhookUrl: 'http://127.0.0.1:4301/webhooks/x',
      pushCallbackUrl: 'http://127.0.0.1:4304/notifications',
      admin: { user: 'admin', password: state.adminPassword },
      state,
      keep: (seeded) => (state = { ...state, seeded }),
      ...change,
    });
  };
  const list = async (collection: string): Promise<readonly unknown[]> => {
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const body = JSON.stringify({ user: 'admin', password: state.adminPassword });
    const signIn = await sandbox.fetch(new Request(`${SANDBOX}/admin/v1/sign-in`, { ...post, body }));
    const authorization = `Bearer ${String(Reflect.get(Object(await signIn.json()), 'token'))}`;
    const answer = await sandbox.fetch(
      new Request(`${SANDBOX}/admin/v1/${collection}`, { headers: { authorization } }),
    );
    const found: unknown = await answer.json();
    return Array.isArray(found) ? found : [];
  };
  return { sandbox, seed, list, reset: () => (calls = 0) };
}

const COLLECTIONS = ['applications', 'connector-elements', 'integrations', 'push-configurations', 'agents'];

test('an empty sandbox gets keys, two elements, two integrations, a push configuration and two agents', async () => {
  const { sandbox, seed, list } = setUp();
  await sandbox.start();
  const result = await seed();
  expect(result.integrations.map((each) => each.kind)).toEqual(['messaging', 'chat']);
  expect(result.clientSecret).not.toBe('');
  const counts = await Promise.all(COLLECTIONS.map(async (name) => (await list(name)).length));
  expect(counts).toEqual([1, 2, 2, 1, 2]);
  await sandbox.stop();
});

test('seeding again makes nothing new, and moves the callbacks to the addresses of today', async () => {
  const { sandbox, seed, list } = setUp();
  await sandbox.start();
  const first = await seed();
  const second = await seed({ webhookUrl: 'http://127.0.0.1:9/webhooks/x' });
  expect(second).toEqual(first);
  const counts = await Promise.all(COLLECTIONS.map(async (name) => (await list(name)).length));
  expect(counts).toEqual([1, 2, 2, 1, 2]);
  expect(JSON.stringify(await list('connector-elements'))).toContain('127.0.0.1:9/webhooks');
  await sandbox.stop();
});

test('an interrupted seeding goes on where it stopped', async () => {
  const { sandbox, seed, list, reset } = setUp();
  await sandbox.start();
  for (const failAt of [3, 4, 6, 7, 9]) {
    reset();
    await expect(seed({}, failAt)).rejects.toThrow('killed');
  }
  await seed();
  const counts = await Promise.all(COLLECTIONS.map(async (name) => (await list(name)).length));
  expect(counts).toEqual([1, 2, 2, 1, 2]);
  await sandbox.stop();
});
