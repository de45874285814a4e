import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { silentLogger } from '../../../src/lib/index.ts';
import type { RequestContext, ServerApp, SocketDuplex } from '../../../src/server/app.ts';
import { bodyProblem, readBytes } from '../../../src/server/http/index.ts';
import { listen, type Listening } from '../../../src/server/node/index.ts';

const open: Listening[] = [];
afterEach(async () => {
  for (const listening of open.splice(0)) await listening.close(0);
});

async function serve(
  handle: (request: Request, context: RequestContext) => Promise<Response>,
): Promise<{ readonly url: string; readonly port: number }> {
  const app: ServerApp = {
    fetch: (request, context = {}) => handle(request, context),
    start: async () => undefined,
    stop: async () => undefined,
  };
  const listening = await listen(app, { host: '127.0.0.1', port: 0, logger: silentLogger });
  open.push(listening);
  return { url: `http://127.0.0.1:${listening.port}`, port: listening.port };
}

test('a request arrives whole and its answer goes home whole', async () => {
  const { url } = await serve(async (request, context) => {
    const headers = new Headers({ 'x-method': request.method, 'x-peer': context.remoteAddress ?? '' });
    headers.append('set-cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    return new Response(`${new URL(request.url).pathname}|${await request.text()}`, { status: 201, headers });
  });
  const response = await fetch(`${url}//evil/path?x=1`, { method: 'POST', body: 'ünïcode'.repeat(50_000) });
  expect(response.status).toBe(201);
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(response.headers.get('x-method')).toBe('POST');
  expect(response.headers.get('x-peer')).toBe('127.0.0.1');
  expect(await response.text()).toBe(`//evil/path|${'ünïcode'.repeat(50_000)}`);
});

test('a stream arrives piece by piece, and the server hears when the reader leaves', async () => {
  let cancelled: () => void = () => undefined;
  const left = new Promise<void>((resolve) => (cancelled = resolve));
  let aborted: () => void = () => undefined;
  const signalled = new Promise<void>((resolve) => (aborted = resolve));
  const { url } = await serve(async (request) => {
    request.signal.addEventListener('abort', () => aborted());
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('first')),
      cancel: () => cancelled(),
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  });
  const leave = new AbortController();
  const response = await fetch(url, { signal: leave.signal });
  const reader = response.body?.getReader();
  const part = await reader?.read();
  expect(new TextDecoder().decode(part?.value)).toBe('first');
  leave.abort();
  await Promise.all([left, signalled]);
});

test('a body that is too large is refused with words, and the line is closed after', async () => {
  const { url } = await serve(async (request) => {
    const body = await readBytes(request, { maxBytes: 1000 });
    return body.ok ? new Response('taken') : bodyProblem(body.fault, { maxBytes: 1000 });
  });
  const chunked = new ReadableStream({
    start(controller) {
      for (let at = 0; at < 50; at++) controller.enqueue(new Uint8Array(1000));
      controller.close();
    },
  });
  const init = { method: 'POST', body: chunked, duplex: 'half' };
  expect((await fetch(url, init)).status).toBe(413);
  expect((await fetch(url, { method: 'POST', body: 'x'.repeat(200_000) })).status).toBe(413);
  expect(await (await fetch(url, { method: 'POST', body: 'small' })).text()).toBe('taken');
});

test('a port in use gives one line that names it', async () => {
  const { port } = await serve(async () => new Response());
  const second = listen(
    { fetch: async () => new Response(), start: async () => undefined, stop: async () => undefined },
    { host: '127.0.0.1', port, logger: silentLogger },
  );
  await expect(second).rejects.toMatchObject({
    name: 'ListenError',
    code: 'in-use',
    message: `Port ${port} on 127.0.0.1 is in use by another program.`,
  });
});

test('headers that are too large are refused', async () => {
  const { port } = await serve(async () => new Response('ok'));
  const asked = httpRequest({ port, host: '127.0.0.1', headers: { 'x-large': 'x'.repeat(20_000) } });
  asked.end();
  const [response] = await once(asked, 'response');
  expect([400, 431]).toContain(Reflect.get(Object(response), 'statusCode'));
});

test('nonsense on the line is answered with 400 and does not end the server', async () => {
  const { port, url } = await serve(async () => new Response('ok'));
  const socket = connect(port, '127.0.0.1');
  socket.write('NONSENSE\r\n\r\n');
  const [data] = await once(socket, 'data');
  expect(String(data)).toMatch(/^HTTP\/1\.1 400/);
  expect(await (await fetch(url)).text()).toBe('ok');
});

async function serveSocket(): Promise<{ readonly port: number; readonly duplex: Promise<SocketDuplex> }> {
  let give: (duplex: SocketDuplex) => void = () => undefined;
  const duplex = new Promise<SocketDuplex>((resolve) => (give = resolve));
  const { port } = await serve(async (request, context) => {
    if (new URL(request.url).pathname !== '/socket' || !context.acceptSocket) {
      return Response.json({ code: 'not-found' }, { status: 404 });
    }
    give(context.acceptSocket());
    return new Response(null, { status: 204 });
  });
  return { port, duplex };
}

test('a WebSocket carries text both ways; frames before the handler wait', async () => {
  const { port, duplex } = await serveSocket();
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket`);
  await once(client, 'open');
  client.send('early');
  const server = await duplex;
  const heard = once(client, 'message');
  server.onText((text) => server.send(`heard ${text}`));
  expect(String((await heard)[0])).toBe('heard early');
  const closed = new Promise<number>((resolve) => server.onClose(resolve));
  client.close(4001, 'bye');
  expect(await closed).toBe(4001);
});

test.each([
  ['a binary frame', Buffer.from([1, 2, 3]), 1003],
  ['a frame over 64 KiB', 'x'.repeat(65_537), 1009],
])('%s ends the line with its code', async (_what, frame, code) => {
  const { port } = await serveSocket();
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket`);
  await once(client, 'open');
  const closed = once(client, 'close');
  client.send(frame);
  expect((await closed)[0]).toBe(code);
});

test('an upgrade that the app does not take gets the answer of the app', async () => {
  const { port } = await serveSocket();
  const client = new WebSocket(`ws://127.0.0.1:${port}/elsewhere`);
  const [, response] = await once(client, 'unexpected-response');
  expect(Reflect.get(Object(response), 'statusCode')).toBe(404);
  client.on('error', () => undefined);
  client.terminate();
});

test('closing lets open sockets know (1012) and frees the port', async () => {
  const { port } = await serveSocket();
  const client = new WebSocket(`ws://127.0.0.1:${port}/socket`);
  await once(client, 'open');
  const closed = once(client, 'close');
  await open.splice(0)[0]?.close(1000);
  expect((await closed)[0]).toBe(1012);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
