import { expect } from '@playwright/test';
import { until, type Demo } from './demo.ts';

/** An agent without a browser: what the contact centre holds, asked for at its own API. */
export interface Center {
  /** Takes the conversation that rings. Fails after 30 s without one. */
  takes(): Promise<Conversation>;
}

/** One conversation as the contact centre holds it. */
export interface Conversation {
  /** What was said, in the contact centre's order; of files, what was written with them. */
  texts(): Promise<readonly string[]>;
  /** Names of the files that came, in order. */
  files(): Promise<readonly string[]>;
  says(text: string): Promise<void>;
  /** Sends a text file of this name. */
  sends(file: string): Promise<void>;
  types(): Promise<void>;
  /** Hands over to another agent, by user name; it rings there. */
  transfers(user: string): Promise<void>;
  ends(): Promise<void>;
}

interface Details {
  readonly engagement: { readonly id: string };
  readonly messages: readonly { readonly content: Content }[];
}
interface Content {
  readonly text?: string;
  readonly caption?: string;
  readonly attachments?: readonly { readonly name: string }[];
}

/** Signs an agent of the demo in, the first by default; from then on conversations ring there. */
export async function openCenter(demo: Demo, at = 0): Promise<Center> {
  const base = `${demo.config.sandboxUrl}/desk/v1`;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const call = async <T>(method: string, path: string, sent?: unknown): Promise<T> => {
    const init = { method, headers, ...(sent !== undefined && { body: JSON.stringify(sent) }) };
    const response = await fetch(`${base}/${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  const { token } = await call<{ token: string }>('POST', 'sign-in', demo.config.agents[at]);
  headers['authorization'] = `Bearer ${token}`;

  return {
    async takes() {
      let taken: Details | undefined;
      await until(async () => {
        const { alerts } = await call<{ alerts: readonly Details[] }>('GET', 'snapshot');
        const [ringing] = alerts;
        if (ringing) taken = await call<Details>('POST', `alerts/${ringing.engagement.id}/accept`, {});
        return taken !== undefined;
      }, 'a conversation to ring');
      const path = `engagements/${taken?.engagement.id ?? ''}`;
      const contents = async (): Promise<readonly Content[]> =>
        (await call<Details>('GET', path)).messages.map(({ content }) => content);
      return {
        texts: async () => (await contents()).map(({ text, caption }) => text ?? caption ?? ''),
        files: async () =>
          (await contents()).flatMap(({ attachments = [] }) => attachments.map(({ name }) => name)),
        async says(text) {
          const clientMessageId = crypto.randomUUID();
          await call('POST', `${path}/messages`, { clientMessageId, content: { kind: 'text', text } });
        },
        async sends(file) {
          const form = new FormData();
          form.set('file', new File([`This is ${file}`], file, { type: 'text/plain' }));
          const { authorization = '' } = headers;
          const init = { method: 'POST', headers: { authorization }, body: form };
          const uploaded = await fetch(`${base}/files`, init);
          if (!uploaded.ok) throw new Error(`files answered ${uploaded.status}`);
          const { attachmentId } = (await uploaded.json()) as { readonly attachmentId: string };
          const content = { kind: 'files', attachmentIds: [attachmentId] };
          await call('POST', `${path}/messages`, { clientMessageId: crypto.randomUUID(), content });
        },
        types: () => call('POST', `${path}/typing`, {}),
        async transfers(user) {
          const agents = await call<readonly { agentId: string; user: string }[]>('GET', 'agents');
          const agentId = agents.find((each) => each.user === user)?.agentId;
          await call('POST', `${path}/transfer`, { to: { kind: 'agent', agentId } });
        },
        ends: () => call('POST', `${path}/end`, {}),
      };
    },
  };
}

/** What two processes have to tell each other may take as long as this on a busy machine. */
const PATIENT = { timeout: 30_000 } as const;

/** Something that holds a list of what was said. */
interface Holder {
  messages(): Promise<readonly string[]>;
}

/** Waits until the contact centre has so many messages and every page holds just these, in its order; answers them. */
export async function expectListOf(
  count: number,
  pages: readonly Holder[],
  conversation: Conversation,
): Promise<readonly string[]> {
  await expect.poll(async () => (await conversation.texts()).length, PATIENT).toBe(count);
  const list = await conversation.texts();
  await expectOneList(pages, conversation, list);
  return list;
}

/** Waits until two people see the same words, at least so many; each in an order of their own. */
export async function expectSameWords(one: Holder, other: Holder, atLeast: number): Promise<void> {
  await expect(async () => {
    const [seenByOne, seenByOther] = await Promise.all([one.messages(), other.messages()]);
    expect([...seenByOne].sort()).toEqual([...seenByOther].sort());
    expect(seenByOne.length).toBeGreaterThanOrEqual(atLeast);
  }).toPass(PATIENT);
}

/** Waits until every page and the contact centre hold exactly this: nothing lost, nothing twice, one order. */
export async function expectOneList(
  pages: readonly Holder[],
  conversation: Conversation,
  expected: readonly string[],
): Promise<void> {
  const sides = async (): Promise<readonly (readonly string[])[]> =>
    Promise.all([...pages.map((page) => page.messages()), conversation.texts()]);
  await expect.poll(sides, PATIENT).toEqual([...pages, conversation].map(() => expected));
}
