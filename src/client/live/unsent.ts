import type { ClientMessageId, EngagementId } from '../../protocol/index.ts';
import { scopeOf, subjectOf } from '../auth/subjectOf.ts';
import type { Draft } from '../chatClient.ts';
import { findOwn } from '../engagementCalls.ts';
import { ChatClientError } from '../errors.ts';
import { checkDraft, resendable } from '../outbox/checkDraft.ts';
import type { Parts } from '../parts.ts';
import type { Core } from './core.ts';
import type { LiveHooks } from './hooks.ts';

/** What the customer wants to send, from the composer into the outbox, and what earlier pages left in it. */
export interface Unsent {
  /** Opens the outbox of a token's customer; see `openFor`. */
  openOf(token: string): Promise<void>;
  /** Opens the outbox of this customer; it stays open until another one comes, or the page goes. */
  openFor(subject: string): Promise<void>;
  /** Shows what earlier pages could not send, and tells whether what is unsent outlives this one. */
  show(): void;
  /** @param messageId the message's id, where another tab has given it one. */
  send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId>;
  retry(id: EngagementId, messageId: ClientMessageId): Promise<void>;
  close(): void;
}

/** Makes the way into the outbox; none is open yet. */
export function createUnsent(core: Core<Parts>, { openOutbox, onFenced }: LiveHooks): Unsent {
  const { publish, parts, state } = core;
  const { outbox } = parts;
  let subject: string | undefined;
  let opened: Promise<void> | undefined;

  const show = (): void => {
    if (core.phase() !== 'on') return;
    publish({ type: 'OUTBOX_OPENED', durable: outbox.durable });
    outbox.restore((id) => state().engagements[id] !== undefined);
  };

  const open = async (whose: string): Promise<void> => {
    if (subject === whose) return;
    subject = whose;
    const { baseUrl, integrationId } = core.options;
    const scope = scopeOf(baseUrl, integrationId, whose);
    const store = await openOutbox({ ...parts.world, scope, onDurable: show, onFenced });
    if (subject === whose) outbox.open(store);
    else store.close(); // the page went meanwhile
  };

  const openFor = (whose: string): Promise<void> => (opened = open(whose));

  return {
    ...{ show, openFor },
    openOf: (token) => openFor(subjectOf(token)),
    async send(id, draft, messageId) {
      await opened;
      // Asked again by a tab whose leader went away before it could answer.
      if (messageId && (outbox.has(messageId) || findOwn(state(), id, messageId))) return messageId;
      // What comes while the session ends would neither be sent nor handed back.
      const facts = core.phase() === 'on' ? state().facts : undefined;
      const fault = checkDraft(draft, facts, state().engagements[id]);
      if (fault) throw fault;
      return outbox.queue(id, draft, messageId);
    },
    async retry(id, messageId) {
      if (await outbox.retry(id, messageId)) return;
      const message = findOwn(state(), id, messageId);
      // Files are gone with the page that held them.
      const isGone = message?.localFiles !== undefined && message.seq === undefined;
      const body = message && !isGone && resendable(message.body);
      if (!message || !body || message.delivery.status !== 'failed')
        throw new ChatClientError('not-found', 'There is no failed message of this id');
      if (message.seq === undefined) {
        const { parentMessageId } = message;
        await outbox.queueAgain(id, { clientMessageId: messageId, body, parentMessageId });
      } else await outbox.queueCopy(id, body, message.body);
    },
    close() {
      subject = undefined;
      outbox.close();
    },
  };
}
