import { ChatClientError, type ChatErrorCode, type Draft } from '../../../client/index.ts';
import type { Timer } from '../../../lib/index.ts';
import type { ChatEvent, ChatMessage } from '../../../model/index.ts';
import type { ClientMessageId, MessageBody, MessageId } from '../../../protocol/index.ts';
import type { ConversationLink } from '../core/conversationLink.ts';
import { AxpOmniSdkError, omniErrorOf } from '../core/omniSdkError.ts';
import { messageOf, shownMessageOf } from './messageOf.ts';
import type { Message } from './types.ts';

/** A message that the connector has not taken after so long is taken back, unless it is going up at that moment. */
export const SEND_WITHIN_MS = 30_000;
/** A file's entry in the log follows its answer at once, unless the line is down. */
export const ENTRY_WITHIN_MS = 5000;

/**
 * Sends a message and resolves when the connector has it. Rejects with `AxpOmniSdkError`; then it is not sent later either.
 * The client's outbox never gives up by itself; here somebody waits for an answer.
 */
export async function sendMessage(link: ConversationLink, draft: Draft): Promise<Message> {
  const flight = new Flight(link);
  try {
    return await flight.fly(draft);
  } catch (fault) {
    throw omniErrorOf(fault);
  } finally {
    flight.land();
  }
}

class Flight {
  private id: ClientMessageId | undefined;
  /** What was told before the id was known; a message may be through by then. */
  private early: ChatEvent[] = [];
  private timer: Timer | undefined;
  private isLate = false;
  private why: ChatErrorCode = 'unreachable';
  private settle: (outcome: Message | AxpOmniSdkError) => void = () => undefined;
  private readonly outcome: Promise<Message>;
  private readonly unsubscribe: () => void;
  private readonly link: ConversationLink;

  constructor(link: ConversationLink) {
    this.link = link;
    this.outcome = new Promise((resolve, reject) => {
      this.settle = (with_) => (with_ instanceof AxpOmniSdkError ? reject(with_) : resolve(with_));
    });
    this.outcome.catch(() => undefined); // whoever waits hears of it
    this.unsubscribe = link.events.subscribe((event) => this.take(event));
    link.onEnd(() => this.settle(rejectionOf('session-gone', '')));
    this.wait(SEND_WITHIN_MS, () => void this.takeBack());
  }

  async fly(draft: Draft): Promise<Message> {
    const { client, engagementId } = this.link;
    this.id = await client.send(engagementId, draft);
    for (const event of this.early.splice(0)) this.take(event);
    return this.outcome;
  }

  land(): void {
    this.unsubscribe();
    this.link.clock.clear(this.timer);
  }

  private take(event: ChatEvent): void {
    if (this.id === undefined) return void this.early.push(event);
    if (event.type === 'ENTRY') {
      const { entry } = event;
      if (entry.type === 'MESSAGE_ACCEPTED' && entry.message.clientMessageId === this.id)
        this.settle(messageOf(this.link, entry.message));
      return;
    }
    if (!('clientMessageId' in event) || event.clientMessageId !== this.id) return;
    switch (event.type) {
      case 'MESSAGE_SENT':
        return this.sent(event.messageId);
      case 'MESSAGE_WAITING':
        this.why = event.code ?? 'unreachable';
        // Told from within the attempt, which ends in this turn; the next one begins after it.
        if (this.isLate) this.wait(0, () => void this.takeBack());
        return;
      case 'MESSAGE_REJECTED': {
        void this.link.client.removeUnsent(this.link.engagementId, this.id).catch(() => undefined);
        return this.settle(rejectionOf(event.code, event.detail));
      }
      default:
    }
  }

  /** The entry says more of files than is known here. */
  private sent(messageId: MessageId): void {
    const found = this.find();
    const answer = (): void => {
      if (found) this.settle(shownMessageOf(this.link, found, messageId));
    };
    if (found && !lacksFiles(found.body)) return answer();
    this.wait(ENTRY_WITHIN_MS, answer);
  }

  /** One that is on its way at this moment cannot be taken back: it is tried again when it has come back. */
  private async takeBack(): Promise<void> {
    this.isLate = true;
    const { client, engagementId } = this.link;
    if (this.id === undefined || !(await client.removeUnsent(engagementId, this.id).catch(() => false)))
      return;
    this.settle(omniErrorOf(new ChatClientError(this.why, 'The message could not be sent in time')));
  }

  private find(): ChatMessage | undefined {
    const { client, engagementId } = this.link;
    const timeline = client.getState().engagements[engagementId]?.timeline ?? [];
    const item = timeline.findLast(
      (one) => one.kind === 'message' && one.message.clientMessageId === this.id,
    );
    return item?.kind === 'message' ? item.message : undefined;
  }

  private wait(ms: number, then: () => void): void {
    this.link.clock.clear(this.timer);
    this.timer = this.link.clock.after(ms, then);
  }
}

/** The session's end is nobody's fault here. */
function rejectionOf(code: ChatErrorCode, detail: string): AxpOmniSdkError {
  if (code !== 'session-gone') return omniErrorOf(new ChatClientError(code, detail));
  return new AxpOmniSdkError('Aborted', 'The session ended before the message was sent');
}

function lacksFiles(body: MessageBody): boolean {
  return body.type === 'files' && body.attachments.length === 0;
}
