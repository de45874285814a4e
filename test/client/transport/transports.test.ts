import { describe, expect, test } from 'vitest';
import { longPollTransport } from '../../../src/client/transport/longPollTransport.ts';
import { sseTransport } from '../../../src/client/transport/sseTransport.ts';
import type { OpenTransport, Transport, TransportEnd } from '../../../src/client/transport/transport.ts';
import { webSocketTransport } from '../../../src/client/transport/webSocketTransport.ts';
import type { ClientWorld } from '../../../src/client/index.ts';
import { createSimulatedClock, decode } from '../../../src/lib/index.ts';
import { cursor as decodeCursor, type Cursor } from '../../../src/protocol/index.ts';
import { behaves, createScriptedConnector } from '../../../src/testing/index.ts';
import { advance, settle } from '../settle.ts';

type World = Pick<ClientWorld, 'fetch' | 'openSocket'>;

const ROADS: Readonly<Record<string, (world: World) => OpenTransport>> = {
  websocket: ({ openSocket }) => webSocketTransport(openSocket),
  sse: ({ fetch }) => sseTransport(fetch),
  'long-poll': ({ fetch }) => longPollTransport(fetch),
};

/** Every transport passes this suite: what is above them cannot tell them apart. */
describe.each(Object.entries(ROADS))('the contract of a transport: %s', (_name, road) => {
  function set() {
    const clock = createSimulatedClock();
    const far = createScriptedConnector(clock);
    const heard: string[] = [];
    const ends: TransportEnd[] = [];
    let cursor: Cursor | undefined = far.logs.cursor();
    let alive = 0;
    const open = (): Transport =>
      road(far.world)(
        {
          baseUrl: 'http://far.test/',
          sessionId: far.sessionId,
          cursor: () => cursor,
          token: () => ({ token: 'token-1', appkey: 'appkey-1' }),
        },
        {
          onFrame(frame) {
            if (!decode.isRecord(frame)) return heard.push('bad');
            const { type, event } = frame;
            if (decode.isRecord(event) && typeof event['id'] === 'string')
              cursor = decodeCursorText(event['id']);
            return heard.push(decode.isRecord(event) ? `event ${String(event['seq'])}` : String(type));
          },
          onAlive: () => void alive++,
          onEnd: (end) => void ends.push(end),
        },
      );
    return { clock, far, heard, ends, open, alive: () => alive };
  }

  test('begins with hello, tells what was missed, then what happens', async () => {
    const { far, heard, open } = set();
    far.says('missed');
    const transport = open();
    expect(heard).toEqual([]); // never before the caller has it
    await settle();
    expect(heard.slice(0, 3)).toEqual(['hello', 'event 1', 'caught-up']);
    far.says('live');
    await settle();
    expect(heard).toContain('event 2');
    transport.close();
  });

  test('goes on from the cursor, without a double', async () => {
    const { far, heard, open } = set();
    far.says('one');
    const first = open();
    await settle();
    first.close();
    far.says('two');
    const second = open();
    await settle();
    second.close();
    expect(heard.filter((one) => one.startsWith('event'))).toEqual(['event 1', 'event 2']);
  });

  test('is silent after close, and tells no end', async () => {
    const { clock, far, heard, ends, open } = set();
    const transport = open();
    await settle();
    const before = heard.length;
    transport.close();
    far.says('too late');
    await advance(clock, 60_000, 5000);
    expect(heard).toHaveLength(before);
    expect(ends).toEqual([]);
    expect(far.streams.size).toBe(0);
    expect(clock.pending).toBe(0);
  });

  test('can be closed before it is open', async () => {
    const { far, heard, ends, open } = set();
    open().close();
    await settle();
    expect([heard, ends, far.streams.size]).toEqual([[], [], 0]);
  });

  test('tells its end once when nobody is there', async () => {
    const { far, ends, open } = set();
    far.isDown = true;
    open();
    await settle();
    expect(ends).toEqual([{ type: 'unreachable' }]);
  });

  test('tells its end once when the line breaks', async () => {
    const { far, ends, open } = set();
    open();
    await settle();
    far.isDown = true;
    far.cut();
    await settle();
    expect(ends).toHaveLength(1);
  });

  test('hands on doubles as they come: that is not its business', async () => {
    const { far, heard, open } = set();
    far.line = behaves.doubling();
    const transport = open();
    await settle();
    expect(heard.slice(0, 2)).toEqual(['hello', 'hello']);
    transport.close();
  });

  test('a refused token is told, as the end or as a frame', async () => {
    const { far, heard, ends, open } = set();
    far.token = 'another';
    open();
    await settle();
    const isToldByEnd = ends.some((end) => end.type === 'refused' && end.error.code === 'token-expired');
    expect(isToldByEnd || heard.includes('denied')).toBe(true);
  });
});

describe.each(['sse', 'long-poll'] as const)('an answer that is none of ours, over %s', (name) => {
  test.each([
    ['a captive portal', new Response('<html>', { headers: { 'content-type': 'text/html' } }), 200],
    ['a proxy that fails', new Response('bad gateway', { status: 502 }), 502],
  ])('%s ends the stream as refused', async (_what, response, status) => {
    const ends: TransportEnd[] = [];
    const open = ROADS[name]?.({ fetch: async () => response, openSocket: refuseSocket });
    open?.(
      {
        baseUrl: 'http://far.test',
        sessionId: createScriptedConnector(createSimulatedClock()).sessionId,
        cursor: () => undefined,
        token: () => ({ token: 't', appkey: 'a' }),
      },
      { onFrame: () => undefined, onAlive: () => undefined, onEnd: (end) => void ends.push(end) },
    );
    await settle();
    expect(ends).toMatchObject([{ type: 'refused', error: { facts: { status } } }]);
  });
});

test('no token is ever part of an address', async () => {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  const addresses: string[] = [];
  const world: World = {
    fetch: (request) => {
      addresses.push(request.url);
      return far.world.fetch(request);
    },
    openSocket: (url) => {
      addresses.push(url);
      return far.world.openSocket(url);
    },
  };
  for (const road of Object.values(ROADS))
    road(world)(
      {
        baseUrl: 'http://far.test',
        sessionId: far.sessionId,
        cursor: () => undefined,
        token: () => ({ token: 'token-1', appkey: 'appkey-1' }),
      },
      { onFrame: () => undefined, onAlive: () => undefined, onEnd: () => undefined },
    );
  await settle();
  expect(addresses.length).toBeGreaterThanOrEqual(3);
  for (const address of addresses) expect(address).not.toMatch(/token-1|appkey-1/);
  expect(addresses.some((address) => address.startsWith('ws://far.test/'))).toBe(true);
});

function decodeCursorText(text: string): Cursor | undefined {
  const decoded = decodeCursor(text);
  return decoded.ok ? decoded.value : undefined;
}

function refuseSocket(): never {
  throw new Error('no socket here');
}
