import type { ChatMessage, EngagementState, TimelineItem } from '../model/index.ts';
import {
  asId,
  type Action,
  type Attachment,
  type AttachmentId,
  type CarouselItem,
  type DialogId,
  type EngagementId,
  type Epoch,
  type MessageBody,
  type MessageId,
  type Participant,
  type ParticipantId,
} from '../protocol/index.ts';

/** The moment of everything that is built: 1 January 2026, 12:00 UTC. */
export const BUILT_AT_MS = Date.UTC(2026, 0, 1, 12);

type Card<Type extends MessageBody['type']> = Extract<MessageBody, { type: Type }>;
type Button = string | Action;

/**
 * Builders of what components and hooks are given. Each fills in whatever a test does not care about; what is given wins.
 * Everything is plain data and the same each time.
 */
export const build = {
  /** Somebody of the contact centre or the customer; default an agent called Ada. */
  participant(
    given: Partial<Omit<Participant, 'participantId'>> & { readonly id?: string } = {},
  ): Participant {
    const { id, ...rest } = given;
    const participantType = rest.participantType ?? 'AGENT';
    const participantId = asId<ParticipantId>(id ?? participantType.toLowerCase());
    return { participantType, displayName: NAMES[participantType], ...rest, participantId };
  },

  /** One message: a text, or a body of `build.card`. Someone else's unless `own`; then it is delivered. */
  message(body: string | MessageBody = 'Hello', given: Partial<ChatMessage> = {}): ChatMessage {
    const seq = given.seq ?? 1;
    const own = given.own ?? false;
    return {
      key: `message-${seq}`,
      engagementId: asId<EngagementId>('engagement-1'),
      messageId: asId<MessageId>(`message-${seq}`),
      own,
      sender: build.participant(own ? { participantType: 'CUSTOMER' } : {}),
      body: typeof body === 'string' ? { type: 'text', text: body, format: 'plain' } : body,
      atMs: BUILT_AT_MS + seq * 1000,
      seq,
      delivery: { status: own ? 'delivered' : 'received' },
      late: false,
      ...given,
    };
  },

  /** Messages as `MessageList` takes them, numbered from 1 unless they have numbers of their own. */
  timeline(...messages: readonly (string | ChatMessage)[]): readonly TimelineItem[] {
    return messages.map((each, at) => {
      const message = typeof each === 'string' ? build.message(each, { seq: at + 1 }) : each;
      return { kind: 'message', key: message.key, message };
    });
  },

  /** A running conversation of messaging, wholly read. */
  engagement(given: Partial<EngagementState> = {}): EngagementState {
    const timeline = given.timeline ?? [];
    const headSeq = given.headSeq ?? timeline.length;
    return {
      engagementId: asId<EngagementId>('engagement-1'),
      dialogId: asId<DialogId>('dialog-1'),
      kind: 'messaging',
      status: 'ACTIVE',
      joined: true,
      createdAtMs: BUILT_AT_MS,
      lastUpdatedAtMs: BUILT_AT_MS,
      participants: [build.participant()],
      typing: [],
      timeline,
      epoch: asId<Epoch>('epoch-1'),
      headSeq,
      history: { status: 'complete' },
      unread: 0,
      seenUpToSeq: headSeq,
      readUpToSeq: 0,
      ...given,
    };
  },

  /** Bodies of messages that are cards. A button given as a text has that text for its payload, too. */
  card: {
    /** A text with quick replies below it. */
    replies: (text: string, ...replies: readonly Button[]): Card<'text'> => ({
      type: 'text',
      text,
      format: 'plain',
      actions: replies.map((each) => actionOf('reply', each)),
    }),
    /** A text with buttons below it. */
    buttons: (text: string, ...buttons: readonly Button[]): Card<'text'> => ({
      type: 'text',
      text,
      format: 'plain',
      actions: buttons.map((each) => actionOf('postback', each)),
    }),
    /** Cards side by side, each with a title and its buttons. */
    carousel: (
      ...items: readonly (
        string | (Omit<CarouselItem, 'actions'> & { readonly buttons?: readonly Button[] })
      )[]
    ): Card<'carousel'> => ({
      type: 'carousel',
      text: '',
      items: items.map((item) => {
        const { buttons = [], ...rest } = typeof item === 'string' ? { title: item } : item;
        return { ...rest, actions: buttons.map((each) => actionOf('postback', each)) };
      }),
    }),
    /** A place; default the Royal Observatory, Greenwich. */
    location: (given: Partial<Omit<Card<'location'>, 'type'>> = {}): Card<'location'> => ({
      ...{ type: 'location', text: '', latitude: 51.4779, longitude: -0.0015, ...given },
    }),
    /** Files by name: a picture by its ending, else a document. */
    files: (...files: readonly (string | Partial<Attachment>)[]): Card<'files'> => ({
      type: 'files',
      text: '',
      attachments: files.map((each, at) =>
        attachmentOf(typeof each === 'string' ? { name: each } : each, at),
      ),
    }),
  },
} as const;

const NAMES = {
  AGENT: 'Ada',
  BOT: 'Greeter',
  CUSTOMER: 'Robin',
  SUPERVISOR: 'Grace',
  SYSTEM: 'System',
} as const;

function actionOf(type: 'reply' | 'postback', button: Button): Action {
  return typeof button === 'string' ? { type, text: button, payload: button } : button;
}

function attachmentOf(given: Partial<Attachment>, at: number): Attachment {
  const name = given.name ?? `file-${at + 1}.pdf`;
  const ending = /\.(png|jpe?g|gif|webp)$/i.exec(name)?.[1]?.toLowerCase();
  return {
    attachmentId: asId<AttachmentId>(`attachment-${at + 1}`),
    name,
    sizeBytes: 20_480,
    contentType: ending === undefined ? 'application/pdf' : `image/${ending === 'jpg' ? 'jpeg' : ending}`,
    url: `/media/attachment-${at + 1}`,
    ...given,
  };
}
