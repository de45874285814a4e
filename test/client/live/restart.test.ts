import { describe, expect, test } from 'vitest';
import { advance, settle, stage } from '../settle.ts';
import { tabsStage } from '../tabs/tabsStage.ts';

const MINUTE_MS = 60_000;

describe('a start that fails is tried again for as long as the page is open', () => {
  test('the call is answered, the state says when the next try is, and it opens by itself', async () => {
    const { client, clock, far, types } = stage();
    far.isDown = true;
    const started = client.start().catch((fault: unknown) => fault);
    await advance(clock, 10_000, 500);
    expect(await started).toMatchObject({ code: 'unreachable' });
    const { session } = client.getState();
    expect(session).toMatchObject({ status: 'failed', retryAtMs: expect.any(Number) });
    await advance(clock, 30 * MINUTE_MS, 5000);
    expect(client.getState().session.status).toBe('failed');
    expect(types().filter((type) => type === 'SESSION_STARTING')).toHaveLength(1);
    far.isDown = false;
    await advance(clock, 2 * MINUTE_MS, 1000);
    expect(client.getState().session.status).toBe('open');
  });

  test('an outage of half an hour costs at most three tries a minute', async () => {
    const { client, clock, far } = stage();
    far.isDown = true;
    client.start().catch(() => undefined);
    await advance(clock, 5 * MINUTE_MS, 1000);
    const before = far.requests.length;
    await advance(clock, 25 * MINUTE_MS, 1000);
    expect(far.requests.length - before).toBeLessThanOrEqual(25 * 6);
    expect(far.requests.length - before).toBeGreaterThan(25);
  });

  test('no token: the provider is asked again each half minute or so', async () => {
    let asked = 0;
    const { client, clock } = stage({
      jwtProvider: () => {
        asked += 1;
        return Promise.reject(new Error('not signed in'));
      },
    });
    client.start().catch(() => undefined);
    await advance(clock, 10 * MINUTE_MS, 1000);
    expect(client.getState().session).toMatchObject({ status: 'failed', code: 'unauthenticated' });
    expect(asked).toBeGreaterThan(8);
    expect(asked).toBeLessThan(22);
  });

  test('a token by hand starts what waited for one, at once', async () => {
    const { client, clock, far } = stage({ jwtProvider: () => Promise.reject(new Error('none')) });
    client.start().catch(() => undefined);
    await advance(clock, 1000);
    expect(client.getState().session.status).toBe('failed');
    client.setJwt((await far.provider()).token);
    await advance(clock, 1000);
    expect(client.getState().session.status).toBe('open');
  });

  test('what only a person can change is not tried again', async () => {
    const { client, clock, far } = stage();
    far.failNext('/sessions', { code: 'appkey-wrong' }, 9);
    await expect(client.start()).rejects.toMatchObject({ code: 'appkey-wrong' });
    const before = far.requests.length;
    await advance(clock, 5 * MINUTE_MS, 1000);
    expect(far.requests).toHaveLength(before);
    expect(client.getState().session).toHaveProperty('retryAtMs', undefined);
  });

  test('a shutdown ends it, and the state says so', async () => {
    const { client, clock, far } = stage();
    far.isDown = true;
    client.start().catch(() => undefined);
    await advance(clock, 10_000, 500);
    await client.shutdown();
    far.isDown = false;
    await advance(clock, 5 * MINUTE_MS, 1000);
    expect(client.getState().session).toMatchObject({ status: 'failed' });
    expect(client.getState().session).toHaveProperty('retryAtMs', undefined);
    expect(far.sessionsCreated).toBe(0);
  });
});

describe('tabs', () => {
  test('all of them open when the connector is back, whoever asked', async () => {
    const { clock, far, enters } = tabsStage();
    far.isDown = true;
    const [one, two] = [enters(), enters()];
    for (const { client } of [one, two]) client.start().catch(() => undefined);
    await advance(clock, 5 * MINUTE_MS, 1000);
    expect(two.client.getState().session.status).toBe('failed');
    far.isDown = false;
    await advance(clock, 2 * MINUTE_MS, 1000);
    expect(one.client.getState().session.status).toBe('open');
    expect(two.client.getState().session.status).toBe('open');
    expect(far.sessionsCreated).toBe(1);
  });

  test('the tab that waits to try again dies: the next one goes on', async () => {
    const { clock, far, enters } = tabsStage();
    far.isDown = true;
    const [one, two] = [enters(), enters()];
    for (const { client } of [one, two]) client.start().catch(() => undefined);
    await advance(clock, MINUTE_MS, 1000);
    one.kill();
    far.isDown = false;
    await advance(clock, 2 * MINUTE_MS, 1000);
    expect(two.client.getState().session.status).toBe('open');
  });

  test('a tab without a token asks again until it has one', async () => {
    const { clock, far, enters } = tabsStage();
    let isSignedIn = false;
    const jwtProvider = () => (isSignedIn ? far.provider() : Promise.reject(new Error('not signed in')));
    const { client } = enters(true, { jwtProvider });
    client.start().catch(() => undefined);
    await advance(clock, 3 * MINUTE_MS, 1000);
    expect(client.getState().session).toMatchObject({ status: 'failed', retryAtMs: expect.any(Number) });
    isSignedIn = true;
    await advance(clock, 2 * MINUTE_MS, 1000);
    expect(client.getState().session.status).toBe('open');
  });

  test('a token given to a tab that follows stays in it; the leader asks its own page', async () => {
    const { clock, far, browser, enters } = tabsStage();
    let asked = 0;
    const jwtProvider = () => {
      asked += 1;
      return far.provider();
    };
    const [one, two] = [enters(true, { jwtProvider }), enters()];
    await one.client.start();
    await two.client.start();
    await settle();
    const before = asked;
    two.client.setJwt('a-token-of-the-second-tab');
    await advance(clock, 1000);
    expect(asked).toBe(before + 1);
    expect(JSON.stringify(browser.said)).not.toContain('a-token-of-the-second-tab');
  });
});
