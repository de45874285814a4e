import { expect, test } from 'vitest';
import { createTextSender, SEND_WITHIN_MS } from '../../../src/client/text/textSender.ts';
import { ChatClientError } from '../../../src/client/errors.ts';
import type { Http } from '../../../src/client/http.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { asId, type EngagementId, type SessionId } from '../../../src/protocol/index.ts';
import { createSeededRandom } from '../../../src/testing/index.ts';

const ONE = asId<EngagementId>('one');

/** A letter as it goes over the wire. */
interface Sent {
  readonly clientMessageId: string;
  readonly clientSeq: number;
  readonly body: { readonly text: string };
  readonly tombstone?: boolean;
}

/** A sender against a connector that answers as `judge` says: an error, or undefined for a letter that is taken. */
function set(judge: (letter: Sent, at: number) => ChatClientError | undefined) {
  const clock = createSimulatedClock();
  const sent: Sent[] = [];
  const http: Http = {
    async call({ json, decoder }) {
      const letter = json as Sent;
      const fault = judge(letter, sent.push(letter) - 1);
      if (fault) throw fault;
      const { clientMessageId, clientSeq: seq } = letter;
      const answer = { clientMessageId, epoch: 'e', seq, at: '2026-01-01T00:00:00Z' };
      const decoded = decoder({ ...answer, ...(letter.tombstone !== true && { messageId: `m-${seq}` }) });
      if (!decoded.ok) throw new Error('The answer is none');
      return decoded.value;
    },
    hurry: () => undefined,
  };
  const sender = createTextSender({
    ...{ http, clock, random: createSeededRandom(1), pace: () => ({ isUrgent: true }) },
    sessionId: () => asId<SessionId>('session'),
    emit: () => undefined,
    onSessionGone: () => undefined,
  });
  const rest = async (): Promise<void> => {
    for (let at = 0; at < 20; at++) await Promise.resolve();
  };
  const wait = async (ms: number): Promise<void> => {
    for (let leftMs = ms; leftMs > 0; leftMs -= 500) {
      clock.advance(500);
      await rest();
    }
  };
  const words = (): string[] =>
    sent.map(({ clientSeq, body, tombstone }) => `${clientSeq} ${tombstone === true ? '†' : body.text}`);
  return { clock, sender, sent, rest, wait, words };
}

/** What a promise came to: its message's id, or its error's code. */
function outcomeOf(sending: Promise<unknown>): Promise<unknown> {
  return sending.then(
    (taken) => (taken as { messageId?: string }).messageId,
    (fault: unknown) => (fault as ChatClientError).code,
  );
}

test('texts go one after the other, numbered, each with an id of its own', async () => {
  const { sender, sent, words } = set(() => undefined);
  const outcomes = ['a', 'b', 'c'].map((text) => outcomeOf(sender.send(ONE, text)));
  expect(await Promise.all(outcomes)).toEqual(['m-1', 'm-2', 'm-3']);
  expect(words()).toEqual(['1 a', '2 b', '3 c']);
  expect(new Set(sent.map((one) => one.clientMessageId)).size).toBe(3);
  expect(sender.isUnsettled).toBe(false);
});

test('what is refused leaves a tombstone under another id, and the next one goes', async () => {
  const { sender, sent, words } = set((letter) =>
    letter.body.text === 'a' ? new ChatClientError('too-long', 'no') : undefined,
  );
  const outcomes = ['a', 'b'].map((text) => outcomeOf(sender.send(ONE, text)));
  expect(await Promise.all(outcomes)).toEqual(['too-long', 'm-2']);
  expect(words()).toEqual(['1 a', '1 †', '2 b']);
  expect(sent[0]?.clientMessageId).not.toBe(sent[1]?.clientMessageId);
});

test('what cannot be sent in time is rejected, and its tombstone bears the same id', async () => {
  let isDown = true;
  const { sender, sent, wait } = set(() =>
    isDown ? new ChatClientError('unreachable', 'nobody') : undefined,
  );
  const outcome = outcomeOf(sender.send(ONE, 'a'));
  await wait(SEND_WITHIN_MS + 10_000);
  expect(await outcome).toBe('unreachable');
  isDown = false;
  sender.wake();
  await wait(1000);
  expect(sent.at(-1)).toMatchObject({ clientSeq: 1, tombstone: true });
  expect(new Set(sent.map((one) => one.clientMessageId)).size).toBe(1);
  expect(sender.isUnsettled).toBe(false);
});

test('numbers that the server misses are filled with tombstones; whoever waits still hears of their own text', async () => {
  const { sender, words, wait } = set((letter, at) =>
    at === 1 ? new ChatClientError('sequence-gap', 'gap', { expected: letter.clientSeq - 1 }) : undefined,
  );
  expect(await outcomeOf(sender.send(ONE, 'a'))).toBe('m-1');
  const second = outcomeOf(sender.send(ONE, 'b'));
  await wait(5000);
  expect(await second).toBe('m-2');
  expect(words()).toEqual(['1 a', '2 b', '1 †', '2 b']);
});

test('a server that waits for a higher number has all numbered on from there', async () => {
  const { sender, words } = set((letter) =>
    letter.clientSeq < 7 ? new ChatClientError('sequence-gap', 'gap', { expected: 7 }) : undefined,
  );
  expect(await outcomeOf(sender.send(ONE, 'a'))).toBe('m-7');
  expect(await outcomeOf(sender.send(ONE, 'b'))).toBe('m-8');
  expect(words()).toEqual(['1 a', '7 a', '8 b']);
});

test('at the end nobody waits any longer', async () => {
  const { sender, rest } = set(() => new ChatClientError('unreachable', 'nobody'));
  const outcome = outcomeOf(sender.send(ONE, 'a'));
  await rest();
  sender.end('disposed');
  expect(await outcome).toBe('disposed');
});
