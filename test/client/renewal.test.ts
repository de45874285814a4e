import { describe, expect, test } from 'vitest';
import { advance, settle, stage } from './settle.ts';

describe('the token', () => {
  test('is renewed at 80 % of its life over the living line', async () => {
    const { client, clock, far, events } = stage({ timing: { idleTimeoutMs: 0 } });
    await client.start();
    await settle();
    await advance(clock, 719_000, 5000);
    expect(far.providerCalls).toBe(1);
    far.token = 'token-2';
    await advance(clock, 2000);
    expect(far.providerCalls).toBe(2);
    expect(events.filter((event) => event.type === 'EVENT_STREAM_FAILED')).toEqual([]);
  });

  test('refused in mid-stream costs nothing but a fresh one', async () => {
    const { client, clock, far, texts } = stage();
    await client.start();
    await settle();
    far.token = 'token-2';
    far.cut();
    far.says('Meanwhile');
    await advance(clock, 2000);
    expect(client.getState().connection.status).toBe('connected');
    expect(texts()).toEqual(['Meanwhile']);
    expect(far.providerCalls).toBe(2);
  });

  test('without a fresh one the line rests until one is set', async () => {
    let calls = 0;
    const { client, clock, far, events } = stage({
      timing: { idleTimeoutMs: 0 },
      jwtProvider: async () => {
        if (++calls > 1) throw new Error('signed out');
        return { token: 'token-1', appkey: 'appkey-1' };
      },
    });
    await client.start();
    await settle();
    await advance(clock, 901_000, 5000);
    expect(events.map((event) => event.type)).toContain('TOKEN_EXPIRED');
    expect(client.getState().connection).toMatchObject({ status: 'failed', reason: 'UNAUTHORIZED' });
    far.token = 'token-9';
    client.setJwt('token-9');
    await advance(clock, 1000);
    expect(client.getState().connection.status).toBe('connected');
  });

  test('set while a line is being opened with the one before, it gets a line of its own, and lives as long as is said of it', async () => {
    const scene = stage({
      timing: { idleTimeoutMs: 0 },
      world: {
        openSocket(url) {
          const socket = scene.far.world.openSocket(url);
          const say = socket.send.bind(socket);
          socket.send = (data) => {
            say(data);
            said.push(JSON.parse(data));
            if (said.length > 1) return;
            // The hello is on its way, and speaks of the token before.
            Object.assign(scene.far, { token: 'token-2', tokenLivesMs: 900_000 });
            scene.client.setJwt('token-2');
          };
          return socket;
        },
      },
    });
    const said: unknown[] = [];
    scene.far.tokenLivesMs = 60_000;
    await scene.client.start();
    await advance(scene.clock, 70_000, 5000);
    expect(said.slice(0, 2)).toMatchObject([{ token: 'token-1' }, { token: 'token-2' }]);
    expect(scene.types()).not.toContain('TOKEN_EXPIRED');
    expect(scene.far.providerCalls).toBe(1);
    expect(scene.client.getState().connection.status).toBe('connected');
  });
});
