import type { Random } from '../../src/lib/index.ts';
import { call, insist, pause, type Loose } from './calls.ts';
import type { History } from './history.ts';
import type { Servers } from './servers.ts';

/** An agent who takes every alert and says something in one of their conversations now and then. Notes what they are told. */
export function createAgent(user: string, password: string, world: AgentWorld): Agent {
  const { servers, history, random, dialogs } = world;
  const base = `${servers.urls.sandboxUrl}/desk/v1`;
  let token = '';
  let isAtWork = true;
  const done: Promise<void>[] = [];
  let mine: readonly string[] = [];

  async function ask(method: string, path: string, body?: unknown): Promise<Loose> {
    const answer = await call(method, base + path, { authorization: `Bearer ${token}` }, body);
    if (answer?.status === 401) await signIn();
    if (answer?.status === 409) return 409;
    return answer && answer.status < 300 ? (answer.body ?? true) : undefined;
  }

  async function signIn(): Promise<void> {
    token = (
      await insist(async () => {
        const answer = await call('POST', `${base}/sign-in`, {}, { user, password });
        return answer?.status === 200 ? answer.body : undefined;
      }, 300)
    ).token;
  }

  async function look(): Promise<void> {
    while (isAtWork) {
      const desk = await ask('GET', '/snapshot');
      for (const { engagement } of desk?.alerts ?? [])
        await ask('POST', `/alerts/${engagement.id}/accept`, {});
      if (desk) mine = desk.engagements.map((each: Loose) => each.engagement.id);
      for (const id of mine) dialogs.add(id);
      await pause(700);
    }
  }

  /** Undefined: no answer yet. No longer mine (409): nothing was said, and the number goes to the next conversation. */
  async function say(dialog: string, text: string): Promise<Loose> {
    const order = { clientMessageId: text, content: { kind: 'text', text, actions: [], cards: [] } };
    const answer = await ask('POST', `/engagements/${dialog}/messages`, order);
    return answer === 409 ? 'refused' : answer;
  }

  async function talk(): Promise<void> {
    for (let number = 1; isAtWork;) {
      await pause(random.next() * 2 * world.meanPauseMs);
      const dialog = mine[Math.floor(random.next() * mine.length)];
      if (dialog === undefined) continue;
      const text = `agent-${user}#${number}`;
      const sent = await insist(() => say(dialog, text), 60);
      if (sent === 'refused') continue;
      history.note({ type: 'agent-accepted', agent: user, number, text, dialog, messageId: sent.messageId });
      number++;
    }
  }

  return {
    async start() {
      await signIn();
      done.push(look(), talk());
    },
    async stop() {
      isAtWork = false;
      await Promise.all(done);
    },
    noteDesk: () => noteDesk(dialogs, history, (path) => insist(() => ask('GET', path))),
  };
}

/** What an agent needs; `dialogs` gathers the ids of all conversations that any of them had. */
export interface AgentWorld {
  readonly servers: Servers;
  readonly history: History;
  readonly random: Random;
  readonly meanPauseMs: number;
  readonly dialogs: Set<string>;
}

/** One agent at the desk. */
export interface Agent {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Notes all messages of all conversations, as the desk shows them. */
  noteDesk(): Promise<void>;
}

async function noteDesk(
  dialogs: ReadonlySet<string>,
  history: History,
  get: (path: string) => Promise<Loose>,
): Promise<void> {
  for (const dialog of dialogs) {
    const { messages } = await get(`/engagements/${dialog}`);
    for (const { index, senderType, content } of messages) {
      const sender = senderType === 'CUSTOMER' || senderType === 'AGENT' ? senderType : 'other';
      history.note({ type: 'desk', dialog, index, sender, text: content.text });
    }
  }
}
