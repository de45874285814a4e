import type { TextClient } from '../../client/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { EngagementId, LogEntry, Participant, WireEngagement } from '../../protocol/index.ts';
import type { EventDesk } from './eventDesk.ts';
import type { EngagementEvent, MessageEvent } from './events.ts';
import { participantOf, type MessageOf } from './messageOf.ts';
import type { OwnMessages } from './ownMessages.ts';

/** Tells the page what happens in the engagements that this session hears: everything once, from joining on. */
export interface EntryTeller {
  take(event: ChatEvent): void;
}

/** Makes the teller of one session. */
export function createEntryTeller(host: TellerHost, desk: EventDesk): EntryTeller {
  return new Teller(host, desk);
}

/** The session that is told of. */
export interface TellerHost {
  readonly client: TextClient;
  readonly own: OwnMessages;
  readonly messageOf: MessageOf;
}

/** One that is heard. */
interface Hearing {
  /** Nothing up to this entry is told: it was before our time. */
  readonly fromSeq: number;
  readonly told: Set<number>;
  /** Those whose coming was told, or who were there before. */
  readonly present: Set<string>;
  isActive: boolean;
  /** What came while the beginning is still being read. */
  held: LogEntry[] | undefined;
}

class Teller implements EntryTeller {
  readonly #hearings = new Map<EngagementId, Hearing>();
  readonly #known = new Set<EngagementId>();
  readonly #host: TellerHost;
  readonly #desk: EventDesk;

  constructor(host: TellerHost, desk: EventDesk) {
    this.#host = host;
    this.#desk = desk;
  }

  take(event: ChatEvent): void {
    switch (event.type) {
      case 'INITIALIZED':
        for (const engagement of event.engagements) this.#resume(engagement);
        return;
      case 'ENGAGEMENT_JOINED':
        return this.#meet(event.engagement);
      case 'ENGAGEMENT_RESET':
        if (this.#hearings.has(event.engagementId)) this.#resume(event.engagement);
        return;
      case 'ENTRY':
        if (event.entry.type === 'ENGAGEMENT_OPENED') return this.#meet(event.entry.engagement);
        return this.#hear(event.entry);
      case 'HISTORY_LOADED':
        return this.#begin(event.engagementId, event.entries);
      case 'HISTORY_FAILED':
        return this.#begin(event.engagementId, []);
      case 'GAP_FILLED':
        return event.entries.forEach((entry) => this.#hear(entry));
      default:
    }
  }

  /** Heard since before this page, or not heard at all: what was is not told again. */
  #resume(engagement: WireEngagement): void {
    const { engagementId, head, joined } = engagement;
    this.#known.add(engagementId);
    if (joined) this.#hearings.set(engagementId, hearingFrom(head.seq, engagement));
  }

  /** A new one of our own is told of from its beginning, one that is joined from now on. */
  #meet(engagement: WireEngagement): void {
    const { engagementId, head, joined } = engagement;
    const isNew = !this.#known.has(engagementId);
    this.#known.add(engagementId);
    if (!joined || this.#hearings.has(engagementId)) return;
    if (isNew) {
      const held = head.seq > 0 ? [] : undefined;
      this.#hearings.set(engagementId, { ...hearingFrom(0), held });
      return;
    }
    const hearing = hearingFrom(head.seq);
    this.#hearings.set(engagementId, hearing);
    const place = placeOf(engagement.engagementId, engagement.dialogId, engagement.lastUpdatedAt);
    if (engagement.status === 'ACTIVE') this.#tellActive(hearing, place);
    for (const participant of engagement.participants) this.#tellAdded(hearing, place, participant);
  }

  #begin(engagementId: EngagementId, entries: readonly LogEntry[]): void {
    const hearing = this.#hearings.get(engagementId);
    if (!hearing) return;
    const { held = [] } = hearing;
    hearing.held = undefined;
    for (const entry of [...entries, ...held]) this.#hear(entry);
  }

  #hear(entry: LogEntry): void {
    if (!('engagementId' in entry)) return;
    const hearing = this.#hearings.get(entry.engagementId);
    if (!hearing || entry.seq <= hearing.fromSeq || hearing.told.has(entry.seq)) return;
    if (hearing.held) return void hearing.held.push(entry);
    hearing.told.add(entry.seq);
    this.#tell(hearing, entry);
  }

  #tell(hearing: Hearing, entry: OfEngagement): void {
    const desk = this.#desk;
    const dialogId = this.#host.client.getState().engagements[entry.engagementId]?.dialogId ?? '';
    const place = placeOf(entry.engagementId, dialogId, entry.at);
    switch (entry.type) {
      case 'ENGAGEMENT_ACTIVE':
        return this.#tellActive(hearing, { ...place, dialogId: entry.dialogId });
      case 'ENGAGEMENT_TERMINATED':
        return desk.tell('ENGAGEMENT_TERMINATED', { ...place, dialogId: entry.dialogId });
      case 'ENGAGEMENT_ERROR': {
        const { errorType: type, title, detail } = entry;
        return desk.tell('ENGAGEMENT_ERROR', { ...place, type, title, detail });
      }
      case 'PARTICIPANT_ADDED':
        return this.#tellAdded(hearing, place, entry.participant);
      case 'PARTICIPANT_DISCONNECTED':
        hearing.present.delete(entry.participant.participantId);
        return desk.tell('PARTICIPANT_DISCONNECTED', {
          ...place,
          participant: participantOf(entry.participant),
        });
      case 'MESSAGE_ARRIVED':
        return desk.tell('MESSAGE_ARRIVED', {
          ...this.#host.messageOf(entry.message, entry.engagementId, entry.seq),
          eventDate: place.eventDate,
        });
      case 'MESSAGE_DELIVERED':
        return desk.tellLater('MESSAGE_DELIVERED', () => this.#findDelivered(entry, place));
      case 'MESSAGE_FAILED':
        return desk.tell('ENGAGEMENT_ERROR', { ...place, ...NOT_DELIVERED, detail: entry.detail });
      case 'MESSAGE_UNCONFIRMED':
        return desk.tell('ENGAGEMENT_ERROR', { ...place, ...UNCONFIRMED, detail: entry.messageId });
      case 'MESSAGE_ACCEPTED':
        return;
    }
  }

  #tellActive(hearing: Hearing, place: EngagementEvent): void {
    if (hearing.isActive) return;
    hearing.isActive = true;
    this.#desk.tell('ENGAGEMENT_ACTIVE', place);
  }

  #tellAdded(hearing: Hearing, place: EngagementEvent, participant: Participant): void {
    if (hearing.present.has(participant.participantId)) return;
    hearing.present.add(participant.participantId);
    this.#desk.tell('PARTICIPANT_ADDED', { ...place, participant: participantOf(participant) });
  }

  /** Looked for where it is shown; after a reload perhaps only on the server. */
  async #findDelivered(
    { engagementId, messageId }: Extract<OfEngagement, { type: 'MESSAGE_DELIVERED' }>,
    { eventDate }: EngagementEvent,
  ): Promise<MessageEvent | undefined> {
    const { own, client, messageOf } = this.#host;
    const shown = own.claim(messageId);
    if (shown) return { ...shown, eventDate, lastUpdatedAt: eventDate };
    const { entries } = await client.readHistory(engagementId, { limit: 50 });
    for (const entry of entries)
      if (entry.type === 'MESSAGE_ACCEPTED' && entry.message.messageId === messageId)
        return {
          ...messageOf(entry.message, engagementId, entry.seq),
          eventDate,
          lastUpdatedAt: eventDate,
        };
    return undefined;
  }
}

type OfEngagement = Extract<LogEntry, { engagementId: EngagementId }>;

const NOT_DELIVERED = {
  type: 'message-failed',
  title: 'The contact centre refused a message',
} as const;
const UNCONFIRMED = {
  type: 'message-unconfirmed',
  title: 'Nobody can tell whether a message arrived',
} as const;

/** @param known what the page knows already; default nothing. */
function hearingFrom(fromSeq: number, known?: Pick<WireEngagement, 'participants' | 'status'>): Hearing {
  const present = new Set<string>(known?.participants.map((one) => one.participantId));
  return { fromSeq, told: new Set(), present, isActive: known?.status === 'ACTIVE', held: undefined };
}

function placeOf(engagementId: EngagementId, dialogId: string, at: string): EngagementEvent {
  return { engagementId, dialogId, eventDate: new Date(at) };
}
