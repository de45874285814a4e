import type { ChatClient } from '../client/index.ts';
import { selectEngagement, selectTimeline } from '../model/index.ts';
import type { ChatEvent, ChatMessage } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** Turns of `settle` that a rule waits for something before it says that it never came. */
const MOST_TURNS = 400;

/**
 * What hooks, panels and widget rely on in a `ChatClient`, whatever stands behind it: one rule per entry, for any test
 * runner. `for (const { name, check } of clientRules(open)) test(name, check)`. A broken rule rejects with what was expected.
 */
export function clientRules(open: () => Promise<ClientUnderTest>): readonly ClientRule[] {
  return Object.entries(rules).map(([name, rule]) => ({
    name,
    async check() {
      const under = await open();
      try {
        await rule(under);
      } finally {
        under.client.dispose();
        await under.close?.();
      }
    },
  }));
}

/** A client that has not been started, and a way to play its other side. Each rule opens one of its own. */
export interface ClientUnderTest {
  readonly client: ChatClient;
  /** The other side says this in the first engagement; called after the customer has written. */
  readonly farSays: (text: string) => Promise<void>;
  /** Lets what is under way go on: advances a clock, or waits a moment. Called again and again. */
  readonly settle: () => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** One rule: a sentence, and a check that rejects where it is broken. */
export interface ClientRule {
  readonly name: string;
  readonly check: () => Promise<void>;
}

const rules: Readonly<Record<string, (under: ClientUnderTest) => Promise<void>>> = {
  async 'start opens a session, and starting twice opens one'({ client }) {
    let opened = 0;
    client.subscribe((event) => (opened += event.type === 'INITIALIZED' ? 1 : 0));
    await Promise.all([client.start(), client.start()]);
    expect(client.getState().session.status, 'open', 'the session');
    expect(opened, 1, 'sessions opened');
  },
  async 'an event is in the state before a listener hears it'({ client }) {
    const late: ChatEvent['type'][] = [];
    let last = client.getState();
    client.subscribe(({ type }) => {
      if (type === 'INITIALIZED' && client.getState() === last) late.push(type);
      last = client.getState();
    });
    await client.start();
    expect(late.length, 0, 'events heard before they were folded');
    expect(client.getState() === client.getState(), true, 'one state object until something happens');
  },
  async 'a message is on screen when send resolves, and is sent once'(under) {
    const { client } = under;
    const id = await begin(under);
    const clientMessageId = await client.send(id, { body: { type: 'text', text: 'Hello' } });
    expect(own(client).length, 1, 'messages on screen');
    await until(under, 'the message is sent', () => isSent(own(client)[0]));
    expect(
      own(client)
        .map(({ body }) => body.text)
        .join(),
      'Hello',
      'what is on screen',
    );
    expect(await client.removeUnsent(id, clientMessageId), false, 'taking back what was accepted');
  },
  async 'messages stand in the order in which they were written'(under) {
    const { client } = under;
    const id = await begin(under);
    for (const text of ['one', 'two', 'three']) await client.send(id, { body: { type: 'text', text } });
    await until(under, 'all are sent', () => own(client).length === 3 && own(client).every(isSent));
    expect(
      own(client)
        .map(({ body }) => body.text)
        .join(),
      'one,two,three',
      'the order',
    );
  },
  async 'what the other side says arrives once, live, as somebody else’s'(under) {
    const { client } = under;
    const id = await begin(under);
    let live = 0;
    client.subscribe((event) => {
      if (event.type === 'ENTRY' && event.entry.type === 'MESSAGE_ARRIVED' && event.live) live += 1;
    });
    await client.send(id, { body: { type: 'text', text: 'Hello' } });
    await until(under, 'the message is sent', () => isSent(own(client)[0]));
    const before = live;
    await under.farSays('Good day');
    const found = (): ChatMessage[] => messages(client).filter(({ body }) => body.text === 'Good day');
    await until(under, 'it arrives', () => found().length > 0);
    expect(found().length, 1, 'times on screen');
    expect(found()[0]?.own ?? true, false, 'whose it is');
    expect(live > before, true, 'a live entry was told');
  },
  async 'a listener that throws stops no other, and one that left hears no more'(under) {
    const heard: string[] = [];
    const leave = under.client.subscribe(() => void heard.push('left'));
    leave();
    under.client.subscribe(({ type }) => void heard.push(type));
    await under.client.start();
    expect(heard.includes('left'), false, 'the one that left');
    expect(heard.includes('INITIALIZED'), true, 'the other');
  },
  async 'shutdown ends the session and nothing else; start begins anew'(under) {
    const { client } = under;
    await begin(under);
    await client.shutdown();
    expect(client.getState().session.status, 'ended', 'the session');
    await client.start();
    expect(client.getState().session.status, 'open', 'the session after it was started again');
  },
  async 'what only helps never fails: typing, seen, activity, older messages'(under) {
    const id = await begin(under);
    under.client.notifyTyping(id);
    under.client.resetIdleTimeout();
    under.client.markSeen(id, 0);
    await under.client.loadOlder(id);
  },
  async 'after dispose nothing is told any more'(under) {
    await begin(under);
    under.client.dispose();
    let told = 0;
    under.client.subscribe(() => (told += 1));
    for (let turn = 0; turn < 5; turn++) await under.settle();
    expect(told, 0, 'events told');
  },
};

async function begin({ client }: ClientUnderTest): Promise<EngagementId> {
  await client.start();
  return selectEngagement(client.getState())?.engagementId ?? client.createEngagement();
}

function messages(client: ChatClient): ChatMessage[] {
  return selectTimeline(client.getState()).flatMap((item) => (item.kind === 'message' ? [item.message] : []));
}

function own(client: ChatClient): ChatMessage[] {
  return messages(client).filter((message) => message.own);
}

function isSent(message: ChatMessage | undefined): boolean {
  return ['sent', 'delivered', 'read'].includes(message?.delivery.status ?? '');
}

async function until(under: ClientUnderTest, what: string, find: () => boolean): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    if (find()) return;
    await under.settle();
  }
  throw new Error(`Expected that ${what}; it never happened.`);
}

function expect<T extends string | number | boolean>(found: T, expected: T, what: string): void {
  if (found !== expected) throw new Error(`${what}: expected ${expected}, found ${found}.`);
}
