import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decode } from '../../src/lib/index.ts';
import {
  decodeClientFrame,
  decodeEngagement,
  decodeSendAnswer,
  decodeSendRequest,
  decodeServerFrame,
  type ServerFrame,
} from '../../src/protocol/index.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`versions/${name}.json`, import.meta.url), 'utf8'));
const must = <T>(decoded: decode.Decoded<T>): T => {
  if (!decoded.ok) throw new Error(`${decoded.faults[0]?.path}: ${decoded.faults[0]?.message}`);
  return decoded.value;
};

const said = must(
  decode.object({
    server: decode.list(decode.anything),
    client: decode.list(decode.anything),
    requests: decode.list(decode.anything),
    answers: decode.list(decode.anything),
  })(read('v1')),
);
const cases = decode.list(
  decode.object({ name: decode.string(), frame: decode.anything, becomes: decode.string() }),
);
const next = must(
  decode.object({
    server: cases,
    client: cases,
    requests: decode.list(decode.object({ name: decode.string(), body: decode.anything })),
  })(read('next')),
);
const typeOf = (decoded: decode.Decoded<ServerFrame>): string => {
  if (!decoded.ok) return 'dropped';
  return decoded.value.type === 'event' ? decoded.value.event.type : decoded.value.type;
};

test('every frame that version 1 said is understood by both ends', () => {
  for (const frame of said.server) expect(must(decodeServerFrame(frame)).type).toBeTruthy();
  for (const frame of said.client) expect(must(decodeClientFrame(frame)).type).toBeTruthy();
});

test('no entry of version 1 has become one of an unknown type', () => {
  const types = said.server.map((frame) => typeOf(decodeServerFrame(frame)));
  expect(types.filter((type) => type.startsWith('UNKNOWN'))).toEqual([]);
});

test('every send of version 1 and its answer are understood', () => {
  const isSend = (one: unknown): boolean => decode.isRecord(one) && 'clientSeq' in one;
  const isAnswer = (one: unknown): boolean =>
    decode.isRecord(one) && 'clientMessageId' in one && !('clientSeq' in one);
  expect(said.requests.filter(isSend).length).toBeGreaterThan(5);
  for (const one of said.requests.filter(isSend)) must(decodeSendRequest(one));
  for (const one of said.answers.filter(isAnswer)) must(decodeSendAnswer(one));
});

test.each(next.server)('the client takes from a next server: $name', ({ frame, becomes }) => {
  expect(typeOf(decodeServerFrame(frame))).toBe(becomes);
});

test.each(next.client)('the server takes from a next client: $name', ({ frame, becomes }) => {
  const decoded = decodeClientFrame(frame);
  expect(decoded.ok ? decoded.value.type : 'dropped').toBe(becomes);
});

test.each(next.requests)('the server takes from a next client: $name', ({ body }) => {
  expect(must(decodeSendRequest(body)).clientSeq).toBe(1);
});

test('a body that nobody knows shows the text it brought, as unsupported', () => {
  const frame = next.server.find(({ name }) => name.includes('body nobody knows'))?.frame;
  const decoded = must(decodeServerFrame(frame));
  expect(decoded).toMatchObject({
    event: { message: { body: { type: 'unsupported', elementType: 'poll', text: 'Which day suits you?' } } },
  });
});

const nextMessage = (part: string): unknown => {
  const decoded = must(decodeServerFrame(next.server.find(({ name }) => name.includes(part))?.frame));
  return decoded.type === 'event' && decoded.event.type === 'MESSAGE_ARRIVED'
    ? decoded.event.message
    : undefined;
};

test('a kind of participant that nobody knows takes part as the system', () => {
  expect(nextMessage('kind of participant')).toMatchObject({ sender: { participantType: 'SYSTEM' } });
});

test('of buttons the known ones are kept, of a format the text', () => {
  const actions = [{ type: 'reply', text: 'Yes', payload: 'y' }];
  expect(nextMessage('button')).toMatchObject({ body: { type: 'text', format: 'plain', actions } });
});

test('a delivery that nobody knows says no more than accepted', () => {
  expect(nextMessage('delivery')).toMatchObject({ delivery: 'accepted' });
});

test('an engagement in a state that nobody knows can be read, and written in', () => {
  const hello = { engagementId: 'e-1', dialogId: 'd-1', kind: 'chat', joined: true, participants: [] };
  const engagement = {
    ...{ ...hello, status: 'ON_HOLD', head: { epoch: 'e', seq: 0 } },
    ...{ createdAt: '2026-01-01T00:00:00Z', lastUpdatedAt: '2026-01-01T00:00:00Z' },
  };
  expect(must(decodeEngagement(engagement)).status).toBe('ACTIVE');
});
