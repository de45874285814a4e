import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as protocol from '../../../src/protocol/index.ts';
import { SOCKET_CLOSE } from '../../../src/server/connector/index.ts';
import { createKit, stopAll, type Kit, type Person } from './kit.ts';

const PAGE = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

let kit: Kit;
let person: Person;
beforeAll(async () => {
  kit = await createKit();
  person = await kit.person();
  await person.begin();
});
afterAll(stopAll);

/** The rows of the table whose first heading is this, cells without their backticks. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = PAGE.split('\n');
  const top = lines.findIndex((line) => line.startsWith('|') && cells(line)[0] === heading);
  if (top < 0) throw new Error(`no table ${heading}`);
  const end = lines.findIndex((line, at) => at > top && !line.startsWith('|'));
  return lines.slice(top + 2, end).map(cells);
}

function cells(line: string): readonly string[] {
  return line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('`', '')); // prettier-ignore
}

const first = (heading: string): readonly string[] => table(heading).map(([name = '']) => name);

/** A record, so that the compiler sees to it that no event is missing. */
const ENTRIES: Record<Exclude<protocol.LogEntry['type'], 'UNKNOWN'>, true> = {
  ENGAGEMENT_OPENED: true, SESSION_ENDED: true, ENGAGEMENT_ACTIVE: true, ENGAGEMENT_ERROR: true, ENGAGEMENT_TERMINATED: true,
  PARTICIPANT_ADDED: true, PARTICIPANT_DISCONNECTED: true, MESSAGE_ARRIVED: true, MESSAGE_ACCEPTED: true,
  MESSAGE_DELIVERED: true, MESSAGE_FAILED: true, MESSAGE_UNCONFIRMED: true,
}; // prettier-ignore
const SIGNALS: Record<Exclude<protocol.Signal['type'], 'UNKNOWN_SIGNAL'>, true> = {
  TYPING_STARTED: true, TYPING_STOPPED: true, MESSAGES_READ: true,
}; // prettier-ignore
const SERVER_FRAMES: Record<protocol.ServerFrame['type'], true> = {
  hello: true, event: true, 'caught-up': true, heartbeat: true, denied: true, reconnect: true, reauthenticated: true,
}; // prettier-ignore
const CLIENT_FRAMES: Record<protocol.ClientFrame['type'], true> = {
  authenticate: true, reauthenticate: true, probe: true, ack: true,
}; // prettier-ignore

test('the tables of entries, signals and frames name what the code knows, no more and no less', () => {
  expect(first('Entry')).toEqual(Object.keys(ENTRIES));
  expect(first('Signal')).toEqual(Object.keys(SIGNALS));
  expect(first('Frame of the server')).toEqual(Object.keys(SERVER_FRAMES));
  expect(first('Frame of the page')).toEqual(Object.keys(CLIENT_FRAMES));
  for (const type of first('Entry')) {
    const decoded = protocol.decodeEvent({
      type,
      id: 'c',
      log: 'l',
      epoch: 'e',
      seq: 1,
      at: '2026-01-01T00:00:00Z',
    });
    expect(decoded.ok ? decoded.value.type : type).toBe(type);
  }
});

test('the table of refusals is that of the code, with status and title', () => {
  const rows = Object.entries(protocol.PROBLEMS).map(([code, { status, title }]) => [
    code,
    String(status),
    title,
  ]);
  expect(table('Code')).toEqual(rows);
  expect(first('Code')).toEqual(
    [...protocol.PROBLEM_CODES].sort((a, b) => first('Code').indexOf(a) - first('Code').indexOf(b)),
  );
});

test('the table of limits holds the constants', () => {
  for (const [name = '', value] of table('Limit'))
    expect([name, String(Reflect.get(protocol, name))]).toEqual([name, value]);
});

test('the table of close codes is that of the gateway', () => {
  expect(first('Close code').map(Number)).toEqual([...Object.values(SOCKET_CLOSE)].sort((a, b) => a - b));
});

test('the table of routes is that of the protocol', () => {
  const documented = new Map(table('Name').map(([name = '', call = '']) => [name, call.split(' ')[1] ?? '']));
  const own = Object.entries(protocol.routes).map(([name, path]) => {
    const parts = name === 'media' ? [':attachment'] : [':session', ':engagement'];
    const made: string = Reflect.apply(path, protocol.routes, parts);
    return [name, decodeURIComponent(made).replace(protocol.API_PREFIX, '')];
  });
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(own));
});

test('every documented call is answered by the connector as documented, and no other method is', async () => {
  const paths = new Map<string, string[]>();
  for (const [, call = ''] of table('Name')) {
    const [method = '', path = ''] = call.split(' ');
    paths.set(path, [...(paths.get(path) ?? []), method]);
  }
  for (const [path, methods] of paths) {
    const real =
      protocol.API_PREFIX +
      path.replace(':session', 'nothing').replace(':engagement', 'x').replace(':attachment', 'x');
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const answer = await person.call(method, real);
      const unknown = answer.body.code === 'not-found' && answer.body.detail === 'There is no such address.';
      expect([method, path, unknown]).toEqual([method, path, false]);
      expect([method, path, answer.status === 405]).toEqual([method, path, !methods.includes(method)]);
    }
  }
});

const SUCCESS: readonly (readonly [call: string, status: number, run: () => Promise<{ status: number }>])[] = [
  ['POST /sessions', 201, () => person.call('POST', protocol.routes.sessions(), { integrationId: kit.ids.messaging })],
  ['GET session', 200, () => person.call('GET', protocol.routes.session(person.session().sessionId))],
  ['PUT parameters', 204, () => person.call('PUT', protocol.routes.sessionParameters(person.session().sessionId), { a: 'b' })],
  ['GET engagements', 200, () => person.call('GET', protocol.routes.engagements(person.session().sessionId))],
  ['POST engagements', 200, () => person.call('POST', protocol.routes.engagements(person.session().sessionId), {})],
  ['GET engagement', 200, () => person.call('GET', at('engagement'))],
  ['POST join', 200, () => person.call('POST', at('join'), {})],
  ['PUT context', 204, () => person.call('PUT', at('context'), { a: 'b' })],
  ['POST messages', 202, () => person.send(person.engagementId(), { type: 'text', text: 'hello' })],
  ['GET history', 200, () => person.call('GET', at('history'))],
  ['GET entries', 200, () => person.call('GET', at('entries'))],
  ['POST typing', 204, () => person.call('POST', at('typing'))],
  ['POST read', 204, () => person.call('POST', at('read'), { upToSeq: 1 })],
  ['POST disconnect', 204, () => person.call('POST', at('disconnect'))],
  ['POST attachments', 201, () => person.call('POST', `${protocol.routes.attachments(person.session().sessionId)}?name=a.txt`, 'text')],
  ['GET poll', 200, () => person.call('GET', protocol.routes.poll(person.session().sessionId))],
  ['GET stream', 200, async () => { const heard = await person.sse(); heard.cancel(); return heard; }],
  ['DELETE session', 204, () => person.call('DELETE', `${protocol.routes.session(person.session().sessionId)}?reason=USER_CLOSED`)],
]; // prettier-ignore

test('every call succeeds with the documented status', async () => {
  const answers = [];
  for (const [call, , run] of SUCCESS) answers.push([call, (await run()).status]);
  expect(answers).toEqual(SUCCESS.map(([call, status]) => [call, status]));
});

type OfEngagement =
  'engagement' | 'join' | 'context' | 'history' | 'entries' | 'typing' | 'read' | 'disconnect';

function at(route: OfEngagement): string {
  return protocol.routes[route](person.session().sessionId, person.engagementId());
}
