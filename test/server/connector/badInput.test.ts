import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROBLEMS, decodeProblem, routes, type ProblemCode } from '../../../src/protocol/index.ts';
import { createKit, stopAll, type Kit, type Person } from './kit.ts';

let kit: Kit;
let person: Person;
let id: string;
let session: string;

beforeAll(async () => {
  kit = await createKit();
  person = await kit.person();
  session = (await person.begin()).sessionId;
  id = person.engagementId();
});
afterAll(stopAll);

interface Case {
  readonly what: string;
  readonly code: ProblemCode;
  readonly method?: string;
  readonly path: () => string;
  readonly body?: unknown;
  readonly headers?: () => Record<string, string> | Promise<Record<string, string>>;
  /** The field named in `violations`. */
  readonly field?: string;
}

const text = (value: unknown): object => ({
  clientMessageId: 'c-1', senderId: 's', clientSeq: 1, body: { type: 'text', text: value },
}); // prettier-ignore
const messages = (): string => routes.messages(session, id);
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

const CASES: readonly Case[] = [
  { what: 'malformed JSON', code: 'malformed', path: messages, body: '{"body":', headers: () => ({ 'content-type': 'application/json' }) },
  { what: 'a body that is no JSON by its type', code: 'malformed', path: messages, body: 'hello', headers: () => ({ 'content-type': 'text/plain' }) },
  { what: 'a body without the fields', code: 'malformed', path: messages, body: {}, field: 'clientMessageId' },
  { what: 'a body of the wrong kind', code: 'malformed', path: messages, body: [], field: '' },
  { what: 'an empty text', code: 'malformed', path: messages, body: text(''), field: 'body.text' },
  { what: 'a card, which customers may not send', code: 'malformed', path: messages, body: { ...text('x'), body: { type: 'carousel', text: '', items: [] } }, field: 'body.type' },
  { what: 'an over-long text', code: 'too-long', path: messages, body: text('x'.repeat(4097)) },
  { what: 'an over-long caption', code: 'too-long', path: messages, body: { ...text(''), body: { type: 'files', text: 'x'.repeat(4097), attachmentIds: ['a'] } } },
  { what: 'a body over 64 KiB', code: 'too-large', path: messages, body: text('x'.repeat(70_000)) },
  { what: "a file that is not in the store", code: 'not-found', path: messages, body: { ...text(''), body: { type: 'files', text: '', attachmentIds: ['nothing'] } } },
  { what: 'an unknown session', code: 'not-found', method: 'GET', path: () => routes.session('nothing') },
  { what: 'an unknown engagement', code: 'not-found', path: () => routes.messages(session, 'nothing'), body: text('x') },
  { what: 'an unknown engagement to read', code: 'not-found', method: 'GET', path: () => routes.history(session, 'nothing') },
  { what: 'an unknown engagement to join', code: 'not-found', path: () => routes.join(session, 'nothing'), body: {} },
  { what: 'an unknown address', code: 'not-found', method: 'GET', path: () => '/chat/v1/nothing' },
  { what: 'a wrong method', code: 'method-not-allowed', method: 'DELETE', path: messages },
  { what: 'no token', code: 'unauthenticated', method: 'GET', path: () => routes.session(session), headers: () => ({ authorization: '' }) },
  { what: 'a garbage token', code: 'unauthenticated', method: 'GET', path: () => routes.session(session), headers: () => bearer('garbage') },
  { what: 'a token for another audience', code: 'unauthenticated', method: 'GET', path: () => routes.session(session), headers: async () => bearer(await kit.token({ aud: 'https://elsewhere.test' })) },
  { what: 'a token of another type', code: 'unauthenticated', method: 'GET', path: () => routes.session(session), headers: async () => bearer(await kit.token({ typ: 'JWT' })) },
  { what: 'a token without signature', code: 'unauthenticated', method: 'GET', path: () => routes.session(session), headers: () => bearer(`${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`) },
  { what: 'an expired token', code: 'token-expired', method: 'GET', path: () => routes.session(session), headers: async () => bearer(await kit.token({ ttlSeconds: -60 })) },
  { what: "another customer's token", code: 'forbidden', method: 'GET', path: () => routes.session(session), headers: async () => bearer(await kit.token({ sub: 'guest-2' })) },
  { what: 'a verified customer of the same id as the guest', code: 'forbidden', method: 'GET', path: () => routes.session(session), headers: async () => bearer(await kit.token({ verifiedCustomer: true })) },
  { what: 'a token for another integration', code: 'forbidden', path: () => routes.sessions(), body: { integrationId: 'other' } },
  { what: 'an integration that is not set up', code: 'not-found', path: () => routes.sessions(), body: { integrationId: 'gone' }, headers: async () => bearer(await kit.token({ integrationId: 'gone' })) },
  { what: 'a wrong appkey', code: 'appkey-wrong', method: 'GET', path: () => routes.session(session), headers: () => ({ appkey: 'wrong' }) },
  { what: 'a wrong origin', code: 'origin-refused', method: 'GET', path: () => routes.session(session), headers: () => ({ origin: 'https://evil.test' }) },
  { what: 'a wrong origin on a socket', code: 'origin-refused', method: 'GET', path: () => routes.socket(session), headers: () => ({ origin: 'https://shop.test.evil.test' }) },
  { what: 'a socket address without a socket', code: 'malformed', method: 'GET', path: () => routes.socket(session) },
  { what: 'too many parameters', code: 'malformed', method: 'PUT', path: () => routes.sessionParameters(session), body: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`k${at}`, 'v'])), field: '' },
  { what: 'an over-long parameter', code: 'malformed', method: 'PUT', path: () => routes.context(session, id), body: { page: 'x'.repeat(257) }, field: 'page' },
  { what: 'an unknown reason to end', code: 'malformed', method: 'DELETE', path: () => `${routes.session(session)}?reason=BORED`, field: 'reason' },
  { what: 'an unknown reason to leave', code: 'malformed', path: () => routes.disconnect(session, id), body: { reason: 'BORED' }, field: 'reason' },
  { what: 'a page of history that is too large', code: 'malformed', method: 'GET', path: () => `${routes.history(session, id)}?limit=51`, field: 'limit' },
  { what: 'a place in the log that is no number', code: 'malformed', method: 'GET', path: () => `${routes.entries(session, id)}?after=-1`, field: 'after' },
  { what: 'a read mark that is no number', code: 'malformed', path: () => routes.read(session, id), body: { upToSeq: 'all' }, field: 'upToSeq' },
  { what: 'an upload without a name', code: 'malformed', path: () => routes.attachments(session), body: new Uint8Array(3), field: 'name' },
  { what: 'an upload with a path for a name', code: 'malformed', path: () => `${routes.attachments(session)}?name=..%2Fx.png`, body: new Uint8Array(3), field: 'name' },
  { what: 'an empty file', code: 'malformed', path: () => `${routes.attachments(session)}?name=a.png`, body: new Uint8Array(0) },
  { what: 'an oversize file', code: 'too-large', path: () => `${routes.attachments(session)}?name=a.png`, body: new Uint8Array(3), headers: () => ({ 'content-length': String(50 * 1024 * 1024 + 1) }) },
  { what: 'a file of a refused type', code: 'file-type-refused', path: () => `${routes.attachments(session)}?name=page.svg`, body: new Uint8Array(3) },
  { what: 'a file without an ending', code: 'file-type-refused', path: () => `${routes.attachments(session)}?name=png`, body: new Uint8Array(3) },
  { what: 'a file address without a signature', code: 'forbidden', method: 'GET', path: () => routes.media('x') },
]; // prettier-ignore

test.each(CASES)('$what: $code', async ({ code, method = 'POST', path, body, headers, field }) => {
  const before = await person.history(id);
  const answer = await person.call(method, path(), body, await headers?.());
  const problem = decodeProblem(answer.body);
  expect(problem.ok && [problem.value.code, problem.value.status]).toEqual([code, PROBLEMS[code].status]);
  expect(answer.status).toBe(PROBLEMS[code].status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body.violations?.[0]?.field).toBe(field);
  expect(JSON.stringify(answer.body)).not.toContain(person.token());
  expect(await person.history(id)).toEqual(before);
});

test('after 20 failed attempts in a minute the address is asked to wait', async () => {
  const fresh = await createKit();
  const guest = await fresh.person();
  const codes: string[] = [];
  for (let at = 0; at < 22; at++) {
    codes.push((await guest.call('GET', routes.session('x'), undefined, bearer('garbage'))).body.code);
  }
  expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'unauthenticated'));
  expect(codes.slice(20)).toEqual(['rate-limited', 'rate-limited']);
  await fresh.settle(4000);
  expect((await guest.call('GET', routes.session('x'))).body.code).toBe('not-found');
});

test('a preflight names what a page may send, for listed origins only', async () => {
  const ask = (origin: string): Promise<Response> =>
    kit.fetch(
      new Request(`https://chat.test${routes.sessions()}`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'PUT' },
      }),
    );
  const good = await ask('https://shop.test');
  expect(good.status).toBe(204);
  expect(good.headers.get('access-control-allow-origin')).toBe('https://shop.test');
  expect(good.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(good.headers.get('access-control-allow-headers')).toContain('last-event-id');
  expect((await ask('https://evil.test')).status).toBe(403);
});
