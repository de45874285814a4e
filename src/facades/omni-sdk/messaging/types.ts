import type { Participant } from '../core/types.ts';

/** Kinds of messages. */
export const ElementType = {
  TEXT: 'text',
  IMAGE: 'image',
  FILE: 'file',
  POST_BACK: 'postback',
  REPLY: 'reply',
  LOCATION: 'location',
  CAROUSEL: 'carousel',
} as const;
export type ElementType = (typeof ElementType)[keyof typeof ElementType];

/** Kinds of buttons. */
export const ActionType = {
  LINK: 'link',
  LOCATION_REQUEST: 'locationRequest',
  POST_BACK: 'postback',
  REPLY: 'reply',
} as const;
export type ActionType = (typeof ActionType)[keyof typeof ActionType];

/** How a text is to be read. `HTML` never comes: HTML of the contact centre is made plain before it reaches a page. */
export type TextFormat = 'HTML' | 'MARKDOWN' | 'PLAINTEXT';

/** A message of the conversation: a plain object. */
export interface Message {
  readonly messageId: string;
  readonly conversationId: string;
  readonly body: MessageBody;
  readonly attachments?: Attachment[];
  readonly parentMessageId?: string;
  readonly receivedAt: Date;
  readonly lastUpdatedAt: Date;
  readonly senderParticipant: Participant;
}

/** A message, and when it was told of. */
export interface MessageEvent extends Omit<Message, 'conversationId'> {
  readonly conversationId?: string;
  readonly eventDate: Date;
}

/** What a message says. */
export interface MessageBody {
  readonly elementType: ElementType;
  readonly elementText: { readonly text: string; readonly textFormat: TextFormat };
  readonly richMediaPayload?: RichMediaPayload;
}

/** What a message holds besides text; which members, its kind says. */
export interface RichMediaPayload {
  readonly actions?: Action[];
  readonly items?: Item[];
  /** What the customer chose. */
  readonly selectedAction?: Action;
  /** Degrees: −90 to 90 and −180 to 180. */
  readonly coordinates?: { readonly lat: number; readonly long: number };
  readonly location?: { readonly address?: string; readonly name?: string };
  readonly attachmentIds?: string[];
  /** Never sent by our connector; a member of the documented type. */
  readonly mediaUrl?: string;
}

/** A button. */
export interface Action {
  readonly type: ActionType;
  readonly text?: string;
  readonly payload?: string;
  readonly uri?: string;
  readonly iconUrl?: string;
}

/** A card of a carousel. */
export interface Item {
  readonly title: string;
  readonly actions: Action[];
  readonly description?: string;
  readonly mediaUrl?: string;
}

/** A file. */
export interface Attachment {
  readonly attachmentId: string;
  readonly attachmentName: string;
  /** Bytes. */
  readonly attachmentSize: number;
  /** A whole address, signed, good for some minutes. */
  readonly attachmentUrl: string;
  readonly contentType: string;
}

/** Somebody began to write. */
export interface TypingStarted {
  readonly conversationId?: string;
  readonly eventDate: Date;
  readonly participant: Participant;
}

/** Somebody stopped writing. */
export interface TypingStopped extends TypingStarted {}
