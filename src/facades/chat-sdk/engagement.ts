import type { DisconnectReason, EngagementStatus, ParticipantType } from '../../protocol/index.ts';

/** `EngagementStatus` of the Chat SDK. PENDING: not joined by this session, or not ready yet. */
export type { DisconnectReason as EngagementDisconnectReason, EngagementStatus, ParticipantType };

/** At most 20 entries; keys of at most 64, values of at most 256 characters. */
export type MappedData = { [key: string]: string };

/**
 * A chat (`Engagement` of the Chat SDK). All members are its own, enumerable and bound: a copy made by spread works, with
 * the values of that moment. After `shutdown` its changing members throw ACS-310.
 */
export interface ChatEngagement {
  readonly engagementId: string;
  readonly dialogId: string;
  readonly createdAt: Date;
  readonly lastUpdatedAt: Date;
  readonly engagementStatus: EngagementStatus;
  /** Those who are in it now. */
  readonly participants: Participant[];
  /** Hears the events of a chat that another session began. ACS-312 where it is over, ACS-315 where it is heard already. */
  join(): Promise<ChatEngagement>;
  /** Leaves the chat. Default USER_CLOSED. ACS-313 where it was not joined, ACS-314 where it is over. */
  disconnect(reason?: DisconnectReason): Promise<void>;
  /**
   * 1 to 4096 characters. Resolves when the connector has it; MESSAGE_DELIVERED follows when the contact centre has it.
   * Where it cannot be sent, rejects after 30 s, or when the attempt of that moment has ended (40 s more at most); it is
   * never sent then.
   */
  sendMessage(message: string, parentMessageId?: string): Promise<ChatMessage>;
  /** The past, newest first, as it is now. `pageSize` 1 to 50, default 10; another one is warned of (ACS-211). */
  getMessages(pageSize?: number): Promise<PageIterator<ChatMessage>>;
  getParticipantById(participantId: string): Participant | undefined;
  /** The same as `participants`: the seed guide has this name. */
  getParticipants(): Participant[];
}

/** Somebody in a chat. */
export interface Participant {
  participantId: string;
  participantType: ParticipantType;
  displayName?: string;
}

/** `Message` of the Chat SDK: a plain object. */
export interface ChatMessage {
  messageId: string;
  engagementId: string;
  dialogId: string;
  body: MessageBody;
  /** Grows within an engagement; not without holes. */
  messageIndex: number;
  parentMessageId?: string;
  receivedAt: Date;
  lastUpdatedAt: Date;
  senderParticipant: Participant;
}

/** Text always; cards, places and files come as the text that stands for them. */
export interface MessageBody {
  elementType: 'text';
  elementText: ElementText;
}

/** PLAINTEXT always: nothing of ours is ever to be written as HTML. */
export interface ElementText {
  text: string;
  textFormat: TextType;
}

/** `TextType` of the Chat SDK. */
export type TextType = 'HTML' | 'MARKDOWN' | 'PLAINTEXT';

/** Walks through a snapshot of the past, newest page first. `next` and `previous` move it and resolve to itself. */
export interface PageIterator<T> {
  /** Of the present page, newest first; a fresh array for each page. */
  readonly items: T[];
  getPageSize(): number;
  /** Whether there is a newer page. */
  hasNext(): boolean;
  /** Whether there is an older page. */
  hasPrevious(): boolean;
  /** To the newer page; stays where there is none. */
  next(): Promise<PageIterator<T>>;
  /** To the older page; stays where there is none. ACS-317 where it cannot be had. */
  previous(): Promise<PageIterator<T>>;
}

/** Who the session is for, and the chats that they have. */
export interface UserContext {
  displayName?: string;
  engagements: ChatEngagement[];
  sessionParameters?: MappedData;
}
