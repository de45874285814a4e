import type { Random } from '../../src/lib/index.ts';
import { call, insist, pause, type Answer, type Loose } from './calls.ts';
import type { History, Note } from './history.ts';
import type { Servers } from './servers.ts';

/**
 * A customer who writes and reads by the protocol alone: one message at a time, each sent again under the same id until it is
 * answered 202; a long poll from the last cursor. Notes what it is told.
 */
export function createCustomer(name: string, kind: 'messaging' | 'chat', world: CustomerWorld): Customer {
  const page: Page = { name, kind, world, token: '', session: '', cursor: '', conversation: '', head: 0 };
  const until = { isWriting: true, isReading: true };
  const done: Promise<void>[] = [];
  return {
    name,
    async start() {
      await open(page);
      done.push(write(page, until), read(page, until));
    },
    async stopWriting() {
      until.isWriting = false;
      await done[0];
    },
    log: () => logOf(page, page.session),
    async finish() {
      // A reader who was never there: a session of its own.
      const view = await insist(() =>
        good(page, 'POST', '/sessions', { integrationId: integrationOf(page) }),
      );
      const session = `/sessions/${view.sessionId}`;
      if (kind === 'chat')
        await insist(() => good(page, 'POST', `${session}/engagements/${page.conversation}/join`, {}));
      const entries = await logOf(page, session);
      const untilMs = Date.now() + CATCH_UP_WITHIN_MS;
      while (page.head < (entries.at(-1)?.seq ?? 0) && Date.now() < untilMs) await pause(50);
      until.isReading = false;
      await done[1];
      for (const entry of entries) world.history.note(seen('fresh', name, entry));
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

/** Where a customer stands. */
interface Page {
  readonly name: string;
  readonly kind: 'messaging' | 'chat';
  readonly world: CustomerWorld;
  token: string;
  /** The guest's own: a later token is for the same customer. */
  cookie?: string | undefined;
  /** Path of the session. */
  session: string;
  cursor: string;
  /** Id of the conversation. */
  conversation: string;
  /** The last entry of it that the stream brought. */
  head: number;
}

const CATCH_UP_WITHIN_MS = 10_000;
const MESSAGES_PER_TOKEN = 30;

async function ask(page: Page, method: string, path: string, body?: unknown): Promise<Answer | undefined> {
  const { servers, history } = page.world;
  const headers = { authorization: `Bearer ${page.token}`, appkey: servers.appkey };
  const answer = await call(method, `${servers.urls.connectorUrl}/chat/v1${path}`, headers, body);
  if (answer?.status !== 401) return answer;
  if (answer.body?.code === 'token-expired') await takeToken(page);
  else history.note({ type: 'broken', who: page.name, what: `401 ${answer.body?.code}` });
  return undefined;
}

async function good(page: Page, method: string, path: string, body?: unknown): Promise<Loose> {
  const answer = await ask(page, method, path, body);
  return answer && answer.status < 300 ? answer.body : undefined;
}

function integrationOf({ world, kind }: Page): string | undefined {
  return world.servers.integrations.find((each) => each.kind === kind)?.id;
}

async function takeToken(page: Page): Promise<void> {
  const order = { customerName: page.name, integrationId: integrationOf(page) };
  const headers: Record<string, string> = page.cookie === undefined ? {} : { cookie: page.cookie };
  const taken = await insist(async () => {
    const answer = await call('POST', `${page.world.servers.urls.tokensUrl}/token`, headers, order);
    return answer?.status === 200 ? answer : undefined;
  });
  page.token = taken.body.jwtToken;
  page.cookie ??= taken.cookie;
}

async function open(page: Page): Promise<void> {
  await takeToken(page);
  const view = await insist(() => good(page, 'POST', '/sessions', { integrationId: integrationOf(page) }));
  page.session = `/sessions/${view.sessionId}`;
  page.cursor = view.cursor;
  // An answer that was lost may have left one behind: look before asking again.
  const found = await insist(async () => {
    const there = await good(page, 'GET', `${page.session}/engagements`);
    return there?.[0] ?? (await good(page, 'POST', `${page.session}/engagements`, {}));
  });
  page.conversation = found.engagementId;
}

async function write(page: Page, until: { readonly isWriting: boolean }): Promise<void> {
  const { random, meanPauseMs } = page.world;
  for (let number = 1; until.isWriting; number++) {
    const text = `${page.name}#${number}`;
    const order = {
      clientMessageId: crypto.randomUUID(),
      senderId: page.name,
      clientSeq: number,
      body: { type: 'text', text },
    };
    // Refused for good: whatever would follow would be refused as well.
    if (!(await send(page, order, text, number))) return;
    // Some are sent again although they were answered: as after an answer that the page forgot.
    if (random.next() < 0.1) await send(page, order, text, number);
    if (number % MESSAGES_PER_TOKEN === 0) await takeToken(page);
    await pause(random.next() * 2 * meanPauseMs);
  }
}

function send(page: Page, order: unknown, text: string, number: number): Promise<boolean> {
  const { name: customer, conversation: log } = page;
  const { history } = page.world;
  return insist(async () => {
    const answer = await ask(page, 'POST', `${page.session}/engagements/${log}/messages`, order);
    if (answer?.status === 202) {
      const { clientMessageId, messageId, epoch, seq } = answer.body;
      history.note({ type: 'accepted', customer, number, text, clientMessageId, messageId, log, epoch, seq });
      return true;
    }
    if (answer?.status === 409 && answer.body?.code !== 'in-flight') {
      history.note({ type: 'broken', who: customer, what: `${text} was refused: ${answer.body?.code}` });
      return false;
    }
    if (answer?.status === 429) await pause(answer.retryAfterMs);
    return undefined;
  }, 40);
}

async function read(page: Page, until: { readonly isReading: boolean }): Promise<void> {
  const { history } = page.world;
  while (until.isReading) {
    const query = `cursor=${encodeURIComponent(page.cursor)}&wait=2000`;
    const answer = await good(page, 'GET', `${page.session}/poll?${query}`);
    if (!answer) await pause(60);
    for (const frame of answer?.frames ?? []) {
      if (frame.type === 'hello' && frame.resume !== 'replay')
        history.note({ type: 'broken', who: page.name, what: 'the stream could not be resumed' });
      if (frame.type !== 'event' || frame.event.seq === undefined) continue;
      page.cursor = frame.event.id;
      if (frame.event.log === page.conversation) page.head = frame.event.seq;
      history.note(seen('live', page.name, frame.event));
    }
  }
}

async function logOf(page: Page, session: string): Promise<readonly Loose[]> {
  const entries: Loose[] = [];
  for (;;) {
    const after = entries.at(-1)?.seq ?? 0;
    const path = `${session}/engagements/${page.conversation}/entries?after=${after}&limit=256`;
    const found = await insist(() => good(page, 'GET', path));
    entries.push(...found.entries);
    if (found.entries.length === 0 || entries.at(-1)?.seq >= found.head.seq) return entries;
  }
}
