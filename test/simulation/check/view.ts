import type { EngagementId } from '../../../src/protocol/index.ts';
import type { ChatEvent, ChatState, TimelineItem } from '../../../src/model/index.ts';
import type { Report, ServerLog } from './serverLog.ts';

/** What became of one send, by the client's own word. */
export type Fate = 'queued' | 'sent' | 'rejected' | 'removed';

interface Shown {
  timeline: readonly TimelineItem[];
  /** Rows by key; the value is the place in the log, or Infinity while pending. */
  readonly keys: Map<string, number>;
  /** Keys that have had their final place. */
  readonly settled: Set<string>;
}

/** What one tab shows, held against the flushed log whenever it changes: G3, G4, G5, and that "sent" is no lie. */
export class View {
  readonly fates = new Map<string, Fate>();
  private engagements: ChatState['engagements'] | undefined;
  private readonly shown = new Map<string, Shown>();
  readonly name: string;
  private readonly log: ServerLog;
  private readonly report: Report;

  constructor(name: string, log: ServerLog, report: Report) {
    this.name = name;
    this.log = log;
    this.report = report;
  }

  takeEvent(event: ChatEvent): void {
    switch (event.type) {
      case 'MESSAGE_QUEUED':
      case 'MESSAGE_WAITING':
        this.fates.set(event.clientMessageId, 'queued');
        return;
      case 'MESSAGE_SENT':
        this.fates.set(event.clientMessageId, 'sent');
        if (!this.log.accepted.has(event.clientMessageId))
          this.report(
            'G1',
            `${this.name} shows ${event.clientMessageId} as sent, but it is not in the flushed log`,
          );
        return;
      case 'MESSAGE_REJECTED':
        this.fates.set(event.clientMessageId, 'rejected');
        // If it enters after all, a person has tried it again, here or in a later tab.
        this.log.retried.add(event.clientMessageId);
        this.log.handedBack.add(event.clientMessageId);
        return;
      case 'MESSAGE_REMOVED':
        this.fates.set(event.clientMessageId, 'removed');
        this.log.handedBack.add(event.clientMessageId);
        return;
      case 'STATE_MIRRORED':
        return this.takeMirrored(event.state);
      case 'ENGAGEMENT_RESET':
        this.shown.delete(event.engagementId);
        return;
      default:
    }
  }

  /** Looks at what changed since the last time. */
  look(state: ChatState): void {
    if (state.engagements === this.engagements) return;
    this.engagements = state.engagements;
    for (const id of state.engagementIds) {
      const timeline = state.engagements[id]?.timeline;
      const before = this.shown.get(id);
      if (timeline && timeline !== before?.timeline)
        this.compare(id, timeline, before ?? { timeline: [], keys: new Map(), settled: new Set() });
    }
  }

  /** Where another tab has begun anew, far from what this one showed or in another log, the list begins anew as well. */
  private takeMirrored(state: ChatState): void {
    for (const [id, { timeline }] of this.shown) {
      const theirs = state.engagements[id as EngagementId];
      if (!theirs) continue;
      const places = timeline.map(placeOf).filter(Number.isFinite);
      const isFar =
        (theirs.oldestSeq ?? theirs.headSeq + 1) > Math.max(0, ...places) + 1 ||
        theirs.headSeq + 1 < Math.min(...places);
      const isRebuilt = theirs.epoch !== this.engagements?.[theirs.engagementId]?.epoch;
      if (isFar || isRebuilt) this.shown.delete(id);
    }
  }

  private compare(id: string, timeline: readonly TimelineItem[], shown: Shown): void {
    const before = shown.timeline;
    const { keys, settled } = shown;
    let from = 0;
    while (from < timeline.length && timeline[from] === before[from]) from++;
    const vanished: TimelineItem[] = [];
    for (let at = from; at < before.length; at++) {
      const item = before[at];
      if (!item) continue;
      keys.delete(item.key);
      vanished.push(item);
    }
    let last = from > 0 ? placeOf(timeline[from - 1]) : 0;
    for (let at = from; at < timeline.length; at++) {
      const item = timeline[at];
      if (!item) continue;
      const place = placeOf(item);
      if (keys.has(item.key)) this.report('G3', `${this.name} shows ${item.key} twice`);
      keys.set(item.key, place);
      if (place < last || (place === last && place !== Infinity))
        this.report('G4', `${this.name} shows the place ${place} after ${last}`);
      last = place;
      if (item.kind !== 'gap' && place !== Infinity) this.confirm(id, item, place, settled);
      else if (settled.has(item.key)) this.report('G5', `${this.name} shows ${item.key} as pending again`);
    }
    for (const item of vanished) {
      if (item.kind === 'gap' || placeOf(item) === Infinity) continue;
      const now = keys.get(item.key);
      if (now === undefined) this.report('G5', `${this.name} does not show ${item.key} any more`);
      else if (now !== placeOf(item)) this.report('G5', `${this.name} moved ${item.key} to ${now}`);
    }
    shown.timeline = timeline;
    this.shown.set(id, shown);
  }

  private confirm(id: string, item: TimelineItem, place: number, settled: Set<string>): void {
    settled.add(item.key);
    const entry = this.log.at(id, place);
    if (!entry) return this.report('G11', `${this.name} shows the place ${place}, which is not flushed`);
    if (item.kind !== 'message') return;
    const { messageId, sender, delivery } = item.message;
    if (entry.messageId !== messageId)
      this.report('G4', `${this.name} shows ${item.key} at ${place}, where the log has ${entry.messageId}`);
    if (entry.sender !== sender?.participantId)
      this.report('G5', `${this.name} shows ${item.key} as said by ${sender?.participantId ?? 'nobody'}`);
    if (delivery.status === 'delivered' && messageId !== undefined) {
      const receipt = this.log.receipts.get(messageId);
      if (entry.type === 'MESSAGE_ACCEPTED' && receipt !== 'MESSAGE_DELIVERED')
        this.report(
          'G11',
          `${this.name} shows ${item.key} as delivered; the log says ${receipt ?? 'nothing'}`,
        );
    }
  }
}

function placeOf(item: TimelineItem | undefined): number {
  if (!item) return 0;
  if (item.kind === 'message') return item.message.seq ?? Infinity;
  return item.kind === 'system' ? item.seq : item.afterSeq + 0.5;
}
