import { AxpConversationCore, type ConversationClass } from '../core/conversation.ts';
import type { ConversationLink } from '../core/conversationLink.ts';
import type { EventHandler, PageIterator } from '../core/types.ts';
import { draftOf } from './draftOf.ts';
import { createMessageTeller, type MessageTeller } from './messageTeller.ts';
import { createPageIterator, PAGE_SIZE, readPageSize } from './pageIterator.ts';
import type { MessageRequest } from './requests.ts';
import { sendMessage } from './sending.ts';
import type { Message, MessageEvent, TypingStarted, TypingStopped } from './types.ts';

/** What messaging adds to a conversation. Every `add…` returns the id to remove the listener by. */
export interface AxpMessagingConversationTrait {
  /**
   * Resolves when the connector has the message; `MessageDelivered` follows when the contact centre has it. Rejects with
   * ConstraintViolation, NotInitialized, NetworkError, Aborted …; after half a minute it is taken back as soon as no attempt is
   * under way, and then it is never sent.
   */
  sendMessage(message: MessageRequest): Promise<Message>;
  /** The past as it is now, newest first. Default 10; less than 1 is 1, more than 50 is 50. */
  getMessages(pageSize?: number): Promise<PageIterator<Message>>;
  /** Call it on every key press: the rate is limited here. Throws NotInitialized. */
  notifyUserTyping(): void;
  /** From agents, supervisors and bots. */
  addMessageArrivedListener(handler: EventHandler<MessageEvent>): string;
  removeMessageArrivedListener(handlerId: string): void;
  /** The customer's own, from whichever device, when the contact centre has it. */
  addMessageDeliveredListener(handler: EventHandler<MessageEvent>): string;
  removeMessageDeliveredListener(handlerId: string): void;
  addTypingStartedListener(handler: EventHandler<TypingStarted>): string;
  removeTypingStartedListener(handlerId: string): void;
  addTypingStoppedListener(handler: EventHandler<TypingStopped>): string;
  removeTypingStoppedListener(handlerId: string): void;
}

/** The class of conversations with messaging; give it to `AxpOmniSdk.init`. */
export function AxpMessagingConversation(): ConversationClass<
  AxpConversationCore & AxpMessagingConversationTrait
>;
/** A class of conversations with messaging upon what it could before. */
export function AxpMessagingConversation<Base extends ConversationClass>(
  base: Base,
): ConversationClass<InstanceType<Base> & AxpMessagingConversationTrait>;
/** The core's own class where none is given. */
export function AxpMessagingConversation(Base: ConversationClass = AxpConversationCore): ConversationClass {
  return class MessagingConversation extends Base implements AxpMessagingConversationTrait {
    private readonly messaging: ConversationLink;
    private readonly teller: MessageTeller;

    constructor(link: ConversationLink) {
      super(link);
      this.messaging = link;
      this.teller = createMessageTeller(link);
    }

    async sendMessage(message: MessageRequest): Promise<Message> {
      this.messaging.check();
      return sendMessage(this.messaging, draftOf(message));
    }

    async getMessages(pageSize: number = PAGE_SIZE): Promise<PageIterator<Message>> {
      this.messaging.check();
      return createPageIterator(this.messaging, readPageSize(pageSize));
    }

    notifyUserTyping(): void {
      this.messaging.check();
      this.messaging.client.notifyTyping(this.messaging.engagementId);
    }

    addMessageArrivedListener(handler: EventHandler<MessageEvent>): string {
      return this.teller.arrived.add(handler);
    }

    removeMessageArrivedListener(handlerId: string): void {
      this.teller.arrived.remove(handlerId);
    }

    addMessageDeliveredListener(handler: EventHandler<MessageEvent>): string {
      return this.teller.delivered.add(handler);
    }

    removeMessageDeliveredListener(handlerId: string): void {
      this.teller.delivered.remove(handlerId);
    }

    addTypingStartedListener(handler: EventHandler<TypingStarted>): string {
      return this.teller.typingStarted.add(handler);
    }

    removeTypingStartedListener(handlerId: string): void {
      this.teller.typingStarted.remove(handlerId);
    }

    addTypingStoppedListener(handler: EventHandler<TypingStopped>): string {
      return this.teller.typingStopped.add(handler);
    }

    removeTypingStoppedListener(handlerId: string): void {
      this.teller.typingStopped.remove(handlerId);
    }
  };
}
