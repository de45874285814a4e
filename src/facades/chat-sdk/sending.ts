import { ChatClientError, type ChatErrorCode, type LoneClient } from '../../client/index.ts';
import type { Clock, Timer } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { ClientMessageId, EngagementId, MessageId } from '../../protocol/index.ts';
import { acsErrorOf } from './acsErrorOf.ts';
import { ACSException, type ErrorCode } from './acsException.ts';
import type { ChatMessage } from './engagement.ts';
import type { Facts } from './facts.ts';

/** A message that the connector has not taken after so long is taken back: whoever waits for it must know. */
export const SEND_WITHIN_MS = 30_000;

/** Turns the client's outbox, which never gives up, into promises that settle. */
export interface Sending {
  /** Resolves when the connector has it. Rejects with `ACSException`; then it is not sent later either. */
  send(id: EngagementId, text: string, parentMessageId: MessageId | undefined): Promise<ChatMessage>;
  /** Hears every event of the client. */
  take(event: ChatEvent): void;
  /** The session is no more: nobody waits any longer. */
  end(code: ErrorCode): void;
}

/** Makes the sender of one session. */
export function createSending(client: LoneClient, clock: Clock, facts: Facts): Sending {
  return new Waitings(client, clock, facts);
}

class Waitings implements Sending {
  readonly #all = new Map<ClientMessageId, Waiting>();
  readonly #client: LoneClient;
  readonly #clock: Clock;
  readonly #facts: Facts;

  constructor(client: LoneClient, clock: Clock, facts: Facts) {
    this.#client = client;
    this.#clock = clock;
    this.#facts = facts;
  }

  async send(id: EngagementId, text: string, parent: MessageId | undefined): Promise<ChatMessage> {
    const draft = { body: { type: 'text', text }, ...(parent && { parentMessageId: parent }) } as const;
    // It is told as queued before this resolves, so its place is there, and may be settled already.
    const places: Waiting[] = [];
    const unsubscribe = this.#client.subscribe((event) => {
      const place = event.type === 'MESSAGE_QUEUED' && this.#all.get(event.clientMessageId);
      if (place) places.push(place);
    });
    try {
      const messageId = await this.#client.send(id, draft);
      const place = places.find((one) => one.id === messageId);
      if (!place) throw new ACSException('ACS-304');
      return await place.outcome;
    } catch (fault) {
      throw acsErrorOf(fault, 'send');
    } finally {
      unsubscribe();
    }
  }

  take(event: ChatEvent): void {
    switch (event.type) {
      case 'MESSAGE_QUEUED':
        return this.#enter(event.clientMessageId, event.engagementId);
      case 'MESSAGE_SENT':
        return this.#settle(event.clientMessageId, this.#facts.sentMessageOf(this.#client.getState(), event));
      case 'MESSAGE_WAITING':
        return this.#putOff(event.clientMessageId, event.code ?? 'unreachable');
      case 'MESSAGE_REJECTED': {
        const { engagementId, clientMessageId, code, detail } = event;
        void this.#client.removeUnsent(engagementId, clientMessageId).catch(() => undefined);
        return this.#settle(clientMessageId, acsErrorOf(new ChatClientError(code, detail), 'send'));
      }
      case 'ENTRY': {
        const { entry } = event;
        if (entry.type !== 'MESSAGE_ACCEPTED' || !entry.message.clientMessageId) return;
        const message = this.#facts.messageOf(entry.message, entry.engagementId, entry.seq);
        return this.#settle(entry.message.clientMessageId, message);
      }
      default:
    }
  }

  end(code: ErrorCode): void {
    for (const id of [...this.#all.keys()]) this.#settle(id, new ACSException(code));
  }

  #enter(id: ClientMessageId, engagementId: EngagementId): void {
    if (this.#all.has(id)) return;
    let settle: Waiting['settle'] = () => undefined;
    const outcome = new Promise<ChatMessage>((resolve, reject) => {
      settle = (with_) => (with_ instanceof ACSException ? reject(with_) : resolve(with_));
    });
    outcome.catch(() => undefined); // whoever waits hears of it
    const timer = this.#clock.after(SEND_WITHIN_MS, () => {
      const one = this.#all.get(id);
      if (one) void this.#takeBack({ ...one, isLate: true });
    });
    this.#all.set(id, { id, engagementId, outcome, settle, timer, isLate: false, why: 'unreachable' });
  }

  #putOff(id: ClientMessageId, why: ChatErrorCode): void {
    const one = this.#all.get(id);
    if (!one) return;
    const late = { ...one, why };
    this.#all.set(id, late);
    // Told from within the attempt, which ends in this turn; the next one begins after it.
    if (one.isLate) this.#clock.after(0, () => void this.#takeBack(late));
  }

  /** One that is on its way at this moment cannot be taken back: it is tried again when it has come back. */
  async #takeBack(one: Waiting): Promise<void> {
    if (!this.#all.has(one.id)) return;
    this.#all.set(one.id, one);
    if (!(await this.#client.removeUnsent(one.engagementId, one.id).catch(() => false))) return;
    const late = new ChatClientError(one.why, 'the message could not be sent in time');
    this.#settle(one.id, acsErrorOf(late, 'send'));
  }

  #settle(id: ClientMessageId, outcome: ChatMessage | ACSException): void {
    const one = this.#all.get(id);
    if (!one) return;
    this.#all.delete(id);
    this.#clock.clear(one.timer);
    one.settle(outcome);
  }
}

interface Waiting {
  readonly id: ClientMessageId;
  readonly engagementId: EngagementId;
  readonly outcome: Promise<ChatMessage>;
  readonly settle: (outcome: ChatMessage | ACSException) => void;
  readonly timer: Timer;
  /** Its time is over: it is taken back as soon as it can be. */
  readonly isLate: boolean;
  /** What stands in its way. */
  readonly why: ChatErrorCode;
}
