import type { Decoder } from '../../src/lib/index.ts';
import type { ChatMessage, Delivery, SystemEvent, TimelineItem } from '../../src/model/index.ts';
import * as protocol from '../../src/protocol/index.ts';
import type { Attachment, MessageBody, Participant, ParticipantType } from '../../src/protocol/index.ts';

/** The moment of all stories: 21 November 2026, 14:05 UTC. */
export const NOW_MS = Date.UTC(2026, 10, 21, 14, 5);

const MINUTE_MS = 60_000;
const engagementId = made(protocol.engagementId, 'engagement-1');

/** The people of the stories. */
export const bot = person('BOT', 'Colly');
export const anna = person('AGENT', 'Anna Lindqvist');
export const omar = person('AGENT', 'Omar Haddad');
export const customer = person('CUSTOMER', 'Mia');

/** Somebody who takes part. */
export function person(participantType: ParticipantType, displayName?: string): Participant {
  return {
    participantId: made(
      protocol.participantId,
      `${participantType}-${displayName ?? ''}`.replaceAll(' ', '-'),
    ),
    participantType,
    ...(displayName !== undefined && { displayName }),
  };
}

/** A text of somebody else. */
export function said(seq: number, text: string, options: MessageOptions = {}): TimelineItem {
  return item(
    message(seq, { type: 'text', text, format: options.format ?? 'plain' }, { sender: bot, ...options }),
  );
}

/** A text of one's own. */
export function wrote(seq: number, text: string, options: MessageOptions = {}): TimelineItem {
  return item(
    message(seq, { type: 'text', text, format: 'plain' }, { own: true, sender: customer, ...options }),
  );
}

/** A message of any kind, as a row of the list. */
export function showed(seq: number, body: MessageBody, options: MessageOptions = {}): TimelineItem {
  return item(message(seq, body, { sender: bot, ...options }));
}

/** Something that happened besides messages. */
export function happened(seq: number, event: SystemEvent, minutesAgo = 30): TimelineItem {
  return { kind: 'system', key: `log:${seq}`, seq, atMs: NOW_MS - minutesAgo * MINUTE_MS, event };
}

/** A message with everything that a story does not care about filled in. */
export function message(seq: number, body: MessageBody, options: MessageOptions = {}): ChatMessage {
  const own = options.own ?? false;
  return {
    key: options.key ?? `m${seq}`,
    engagementId,
    messageId: made(protocol.messageId, `message-${seq}`),
    own,
    ...(options.sender && { sender: options.sender }),
    body,
    ...(options.answers !== undefined && {
      parentMessageId: made(protocol.messageId, `message-${options.answers}`),
    }),
    atMs: NOW_MS - (options.minutesAgo ?? 20) * MINUTE_MS,
    ...(options.pending ? {} : { seq }),
    delivery: options.delivery ?? { status: own ? 'delivered' : 'received' },
    late: options.late ?? false,
  };
}

/** What a story may say about a message. */
export interface MessageOptions {
  readonly key?: string;
  readonly own?: boolean;
  readonly sender?: Participant;
  readonly minutesAgo?: number;
  readonly delivery?: Delivery;
  readonly late?: boolean;
  /** Not in the log yet. */
  readonly pending?: boolean;
  /** The `seq` of the message that this one answers. */
  readonly answers?: number;
  readonly format?: 'plain' | 'markdown';
}

/** A file in the store. */
export function attachment(name: string, contentType: string, rest: Partial<Attachment> = {}): Attachment {
  return {
    attachmentId: made(protocol.attachmentId, name.replaceAll(' ', '-')),
    name,
    contentType,
    sizeBytes: 248_000,
    url: `/media/${name}`,
    ...rest,
  };
}

/** A picture without a network: coloured bands of a given size. */
export function picture(width: number, height: number, hue: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="hsl(${hue} 32% 82%)"/><circle cx="${width * 0.7}" cy="${height * 0.36}" r="${height * 0.16}" fill="hsl(${hue + 20} 60% 94%)"/><path d="M0 ${height * 0.8}L${width * 0.34} ${height * 0.46}L${width * 0.56} ${height * 0.7}L${width * 0.74} ${height * 0.56}L${width} ${height * 0.84}V${height}H0Z" fill="hsl(${hue} 30% 58%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** A whole conversation: greeter, choice, cards, hand-over, a person, a file. */
export const conversation: readonly TimelineItem[] = [
  happened(1, { type: 'joined', participant: bot }, 60 * 22),
  said(2, 'Hello Mia! I am Colly, the assistant of the bicycle shop.', { minutesAgo: 60 * 22 }),
  said(3, 'What can I do for you?', { minutesAgo: 60 * 22 }),
  wrote(4, 'I am looking for a city bike', { minutesAgo: 60 * 22 - 1 }),
  showed(
    5,
    {
      type: 'carousel',
      text: 'These three are in stock near you:',
      items: [
        {
          title: 'Havn 3',
          description: 'Step-through frame, three gears, lights and a basket.',
          mediaUrl: picture(320, 180, 210),
          actions: [
            { type: 'postback', text: 'Reserve', payload: 'RESERVE_1' },
            { type: 'link', text: 'Details', uri: 'https://shop.example/havn' },
          ],
        },
        {
          title: 'Strand 7',
          description: 'Light, belt drive, seven gears.',
          mediaUrl: picture(320, 180, 150),
          actions: [
            { type: 'postback', text: 'Reserve', payload: 'RESERVE_2' },
            { type: 'link', text: 'Details', uri: 'https://shop.example/strand' },
          ],
        },
        {
          title: 'Lund Cargo',
          description: 'Takes two children and the week’s shopping.',
          mediaUrl: picture(320, 180, 30),
          actions: [{ type: 'postback', text: 'Reserve', payload: 'RESERVE_3' }],
        },
      ],
    },
    { minutesAgo: 60 * 22 - 1 },
  ),
  showed(
    6,
    {
      type: 'text',
      text: 'Or is it something else?',
      format: 'plain',
      actions: [
        { type: 'reply', text: 'Where is my order?', payload: 'ORDER' },
        { type: 'reply', text: 'Book a repair', payload: 'REPAIR' },
        { type: 'reply', text: 'Talk to a person', payload: 'AGENT' },
      ],
    },
    { minutesAgo: 12 },
  ),
  item(
    message(
      7,
      { type: 'choice', action: 'reply', text: 'Talk to a person', payload: 'AGENT' },
      { own: true, sender: customer, minutesAgo: 11, answers: 6, delivery: { status: 'delivered' } },
    ),
  ),
  happened(8, { type: 'left', participant: bot }, 10),
  happened(9, { type: 'joined', participant: anna }, 10),
  said(10, 'Hi Mia, this is Anna. Do you have the order number at hand?', { sender: anna, minutesAgo: 9 }),
  wrote(11, 'Yes, 4711-0815', { minutesAgo: 8, delivery: { status: 'read' } }),
  wrote(12, 'It should have come on Tuesday', { minutesAgo: 8, delivery: { status: 'read' } }),
  said(
    13,
    'Found it. It left our workshop **this morning** and will be with you *tomorrow before noon*. You can follow it at https://track.example/4711-0815',
    { sender: anna, minutesAgo: 6, format: 'markdown' },
  ),
  showed(
    14,
    {
      type: 'files',
      text: '',
      attachments: [attachment('Delivery note 4711-0815.pdf', 'application/pdf')],
    },
    { sender: anna, minutesAgo: 6 },
  ),
  wrote(15, 'Wonderful, thank you!', { minutesAgo: 1 }),
];

function item(one: ChatMessage): TimelineItem {
  return { kind: 'message', key: one.key, message: one };
}

function made<Value>(decoder: Decoder<Value>, text: string): Value {
  const decoded = decoder(text, '');
  if (!decoded.ok) throw new Error(`not an id: ${text}`);
  return decoded.value;
}
