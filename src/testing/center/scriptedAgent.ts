import { decode, uuidV4, type Clock, type Decoder, type Random } from '../../lib/index.ts';
import type { DeskAction, DeskCard } from '../../protocol/desk/index.ts';
import type { ServerApp } from '../../server/index.ts';
import { ADDRESSES, callJson, passwordOf } from './seedCenter.ts';
import { turn, until } from './turn.ts';

/** A person of the contact centre, by script. Each step resolves when the contact centre has taken it. */
export interface ScriptedAgent {
  /** Takes the next customer who rings; waits until one does. */
  accept(): Promise<void>;
  /** Writes; with quick replies or buttons under it, where given. */
  says(text: string, actions?: readonly DeskAction[]): Promise<void>;
  /** Sends a carousel, or a single card. */
  sends(cards: DeskCard | readonly DeskCard[], text?: string): Promise<void>;
  types(): Promise<void>;
  /** Has read up to the newest message. */
  reads(): Promise<void>;
  ends(): Promise<void>;
  signsOut(): Promise<void>;
}

/** Signs a seeded agent in; from then on calls ring here. */
export async function signInAgent(
  sandbox: ServerApp,
  name: string,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<ScriptedAgent> {
  const sign = { user: name.toLowerCase(), password: passwordOf(name) };
  const url = (path: string): string => `${ADDRESSES.sandbox}/desk/v1${path}`;
  const signedIn = { method: 'POST', url: url('/sign-in'), body: sign };
  const { token } = await callJson(sandbox, signedIn, decode.object({ token: decode.string() }));
  let engagement = '';
  const post = (path: string, body?: unknown): Promise<unknown> =>
    callJson(
      sandbox,
      { method: 'POST', url: url(path), token, ...(body !== undefined && { body }) },
      decode.anything,
    );
  const own = (step: string, body?: unknown): Promise<void> => {
    if (engagement === '') throw new Error(`${name} has accepted nobody yet`);
    return post(`/engagements/${engagement}/${step}`, body).then(() => turn(clock));
  };
  const say = (content: unknown): Promise<void> =>
    own('messages', { clientMessageId: uuidV4(random), content });

  return {
    async accept() {
      const snapshot = { method: 'GET', url: url('/snapshot'), token };
      engagement = await until(clock, `a customer rings at ${name}`, async () => {
        const { alerts } = await callJson(sandbox, snapshot, decodeAlerts);
        return alerts[0]?.engagement.id;
      });
      await post(`/alerts/${engagement}/accept`);
      await turn(clock);
    },
    says: (text, actions = []) => say({ kind: 'text', text, actions, cards: [] }),
    sends: (cards, text = 'Have a look') =>
      say({ kind: 'text', text, actions: [], cards: Array.isArray(cards) ? cards : [cards] }),
    types: () => own('typing'),
    async reads() {
      const details = { method: 'GET', url: url(`/engagements/${engagement}`), token };
      const { messages } = await callJson(sandbox, details, decodeMessages);
      const messageId = messages.at(-1)?.messageId;
      if (messageId !== undefined) await own('read', { messageId });
    },
    ends: () => own('end'),
    signsOut: () => post('/sign-out').then(() => undefined),
  };
}

const decodeAlerts = decode.object({
  alerts: decode.list(decode.object({ engagement: decode.object({ id: decode.string() }) })),
});
const decodeMessages: Decoder<{ readonly messages: readonly { readonly messageId: string }[] }> =
  decode.object({
    messages: decode.list(decode.object({ messageId: decode.string() })),
  });
