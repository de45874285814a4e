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

  async function talk(): Promise<void> {
    for (let number = 1; isAtWork;) {
      await pause(random.next() * 2 * world.meanPauseMs);
      const dialog = mine[Math.floor(random.next() * mine.length)];
      if (dialog === undefined) continue;
      const text = `agent-${user}#${number}`;
      const content = { kind: 'text', text, actions: [], cards: [] };
      const sent = await insist(async () => {
        const answer = await call(
          'POST',
          `${base}/engagements/${dialog}/messages`,
          { authorization: `Bearer ${token}` },
          { clientMessageId: text, content },
        );
        if (answer?.status === 401) await signIn();
        // No longer mine: nothing was said. The number goes to the next conversation.
        if (answer?.status === 409) return 'refused' as const;
        return answer && answer.status < 300 ? answer.body : undefined;
      }, 60);
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
    async noteDesk() {
      for (const dialog of dialogs) {
        const { messages } = await insist(() => ask('GET', `/engagements/${dialog}`));
        for (const { index, senderType, content } of messages) {
          const sender = senderType === 'CUSTOMER' || senderType === 'AGENT' ? senderType : 'other';
          history.note({ type: 'desk', dialog, index, sender, text: content.text });
        }
      }
    },
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
