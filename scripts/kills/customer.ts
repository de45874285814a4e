import type { Random } from '../../src/lib/index.ts';
import { call, insist, pause, type Answer, type Loose } from './calls.ts';
import type { History, Note } from './history.ts';
import type { Servers } from './servers.ts';

/**
 * A customer who writes and reads by the protocol alone: one message at a time, each sent again under the same id until it is
 * answered 202; a long poll from the last cursor. Notes what it is told.
 */
export function createCustomer(name: string, kind: 'messaging' | 'chat', world: CustomerWorld): Customer {
  const { servers, history, random } = world;
  const base = `${servers.urls.connectorUrl}/chat/v1`;
  let token = '';
  let session = '';
  let cursor = '';
  let engagement = '';
  let isWriting = true;
  let isReading = true;
  let head = 0;
  const done: Promise<void>[] = [];

  const headers = (): Record<string, string> => ({
    authorization: `Bearer ${token}`,
    appkey: servers.appkey,
  });
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer | undefined> => {
    const answer = await call(method, base + path, headers(), body);
    if (answer?.status !== 401) return answer;
    history.note({ type: 'broken', who: name, what: `401 ${answer.body?.code}` });
    return undefined;
  };
  const good = async (method: string, path: string, body?: unknown): Promise<Loose> => {
    const answer = await ask(method, path, body);
    return answer && answer.status < 300 ? answer.body : undefined;
  };

  async function open(): Promise<void> {
    const integrationId = servers.integrations.find((each) => each.kind === kind)?.id;
    const order = { customerName: name, integrationId };
    token = (
      await insist(async () => {
        const answer = await call('POST', `${servers.urls.tokensUrl}/token`, {}, order);
        return answer?.status === 200 ? answer.body : undefined;
      })
    ).jwtToken;
    const view = await insist(() => good('POST', '/sessions', { integrationId }));
    session = `/sessions/${view.sessionId}`;
    cursor = view.cursor;
    // An answer that was lost may have left one behind: look before asking again.
    const found = await insist(async () => {
      const there = await good('GET', `${session}/engagements`);
      return there?.[0] ?? (await good('POST', `${session}/engagements`, {}));
    });
    engagement = `${session}/engagements/${found.engagementId}`;
  }

  async function write(): Promise<void> {
    for (let number = 1; isWriting; number++) {
      const clientMessageId = crypto.randomUUID();
      const text = `${name}#${number}`;
      const order = { clientMessageId, senderId: name, clientSeq: number, body: { type: 'text', text } };
      await send(order, text, number);
      // Some are sent again although they were answered: as after an answer that the page forgot.
      if (random.next() < 0.1) await send(order, text, number);
      await pause(random.next() * 2 * world.meanPauseMs);
    }
  }

  async function send(order: unknown, text: string, number: number): Promise<void> {
    await insist(async () => {
      const answer = await ask('POST', `${engagement}/messages`, order);
      if (answer?.status === 202) {
        const { clientMessageId, messageId, epoch, seq } = answer.body;
        const log = engagement.split('/').at(-1) ?? '';
        history.note({
          type: 'accepted',
          customer: name,
          number,
          text,
          clientMessageId,
          messageId,
          log,
          epoch,
          seq,
        });
        return true;
      }
      if (answer?.status === 409 && answer.body?.code !== 'in-flight')
        history.note({ type: 'broken', who: name, what: `${text} was refused: ${answer.body?.code}` });
      if (answer?.status === 429) await pause(answer.retryAfterMs);
      return undefined;
    }, 40);
  }

  async function read(): Promise<void> {
    while (isReading) {
      const answer = await good('GET', `${session}/poll?cursor=${encodeURIComponent(cursor)}&wait=2000`);
      if (!answer) await pause(60);
      for (const frame of answer?.frames ?? []) {
        if (frame.type === 'hello' && frame.resume !== 'replay')
          history.note({ type: 'broken', who: name, what: 'the stream could not be resumed' });
        if (frame.type !== 'event' || frame.event.seq === undefined) continue;
        cursor = frame.event.id;
        if (engagement.endsWith(frame.event.log)) head = frame.event.seq;
        history.note(seen('live', name, frame.event));
      }
    }
  }

  return {
    name,
    async start() {
      await open();
      done.push(write(), read());
    },
    async stopWriting() {
      isWriting = false;
      await done[0];
    },
    async log() {
      const entries: Loose[] = [];
      for (;;) {
        const after = entries.at(-1)?.seq ?? 0;
        const page = await insist(() => good('GET', `${engagement}/entries?after=${after}&limit=256`));
        entries.push(...page.entries);
        if (page.entries.length === 0 || entries.at(-1)?.seq >= page.head.seq) return entries;
      }
    },
    async finish() {
      // A reader who was never there: a session of its own.
      const view = await insist(() =>
        good('POST', '/sessions', {
          integrationId: servers.integrations.find((each) => each.kind === kind)?.id,
        }),
      );
      const old = engagement;
      engagement = `/sessions/${view.sessionId}/engagements/${old.split('/').at(-1)}`;
      if (kind === 'chat') await insist(() => good('POST', `${engagement}/join`, {}));
      const entries = await this.log();
      const until = Date.now() + 10_000;
      while (head < (entries.at(-1)?.seq ?? 0) && Date.now() < until) await pause(50);
      isReading = false;
      await done[1];
      for (const entry of entries) history.note(seen('fresh', name, entry));
    },
  };
}

/** What a customer needs. */
export interface CustomerWorld {
  readonly servers: Servers;
  readonly history: History;
  readonly random: Random;
  readonly meanPauseMs: number;
}

/** One customer in one browser. */
export interface Customer {
  readonly name: string;
  /** Signs in and begins to write and read. */
  start(): Promise<void>;
  /** Resolves when the last message is answered. */
  stopWriting(): Promise<void>;
  /** The whole log of the conversation, as it is now. */
  log(): Promise<readonly Loose[]>;
  /** Notes what a fresh reader sees, once the living one has caught up. */
  finish(): Promise<void>;
}

function seen(reader: 'live' | 'fresh', customer: string, entry: Loose): Note {
  const { log, epoch, seq, type, message } = entry;
  return {
    type: 'seen',
    reader,
    customer,
    log,
    epoch,
    seq,
    entry: type,
    text: message?.body?.text,
    messageId: message?.messageId ?? entry.messageId,
    clientMessageId: message?.clientMessageId ?? entry.clientMessageId,
    late: message?.late,
  };
}
