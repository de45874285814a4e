import type { ChatMessage, SystemEvent, TimelineItem } from '../../model/index.ts';
import type { Participant } from '../../protocol/index.ts';

/** Two bubbles of one speaker within so long belong together. */
const GROUP_MS = 5 * 60_000;
/** Somebody leaves and another comes within so long: a hand-over. */
const HANDOVER_MS = 60_000;

/** One row of the list, top to bottom. */
export type Row =
  | { readonly kind: 'date'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'new'; readonly key: 'new' }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: ChatMessage;
      /** First and last of a run of one speaker. */
      readonly first: boolean;
      readonly last: boolean;
      /** What the person chose among this message's actions. */
      readonly chosen: string | undefined;
    }
  | { readonly kind: 'system'; readonly key: string; readonly event: SystemEvent }
  | {
      readonly kind: 'handover';
      readonly key: string;
      readonly from: Participant;
      readonly to: Participant;
    }
  | Extract<TimelineItem, { kind: 'gap' }>;

/**
 * The timeline with what a reader needs between: date lines, the "New" line, runs of one speaker, hand-overs.
 * @param dayKey changes with the reader's calendar day.
 * @param newAfterSeq the "New" line stands before the first message of somebody else after this entry; undefined: none.
 */
export function timelineRows(
  items: readonly TimelineItem[],
  dayKey: (atMs: number) => string,
  newAfterSeq?: number,
): Row[] {
  const choices = chosenByMessage(items);
  const rows: Row[] = [];
  let day: string | undefined;
  let isNewShown = newAfterSeq === undefined;
  items.forEach((item, index) => {
    const atMs = timeOf(item);
    if (atMs !== undefined && dayKey(atMs) !== day) {
      day = dayKey(atMs);
      rows.push({ kind: 'date', key: `date:${day}`, atMs });
    }
    if (item.kind === 'gap') rows.push(item);
    else if (item.kind === 'system') addSystem(rows, items, index, item);
    else {
      const { message } = item;
      if (!isNewShown && !message.own && (message.seq ?? 0) > (newAfterSeq ?? 0)) {
        rows.push({ kind: 'new', key: 'new' });
        isNewShown = true;
      }
      const before = rows.at(-1);
      const first = before?.kind !== 'message' || !belongsTo(before.message, message);
      if (!first && before?.kind === 'message') rows[rows.length - 1] = { ...before, last: false };
      const chosen = message.messageId === undefined ? undefined : choices.get(message.messageId);
      rows.push({ kind: 'message', key: item.key, message, first, last: true, chosen });
    }
  });
  return rows;
}

function timeOf(item: TimelineItem): number | undefined {
  if (item.kind === 'message') return item.message.atMs;
  return item.kind === 'system' && isShown(item.event) ? item.atMs : undefined;
}

function belongsTo(earlier: ChatMessage, later: ChatMessage): boolean {
  return (
    earlier.own === later.own &&
    earlier.sender?.participantId === later.sender?.participantId &&
    later.atMs - earlier.atMs < GROUP_MS
  );
}

function chosenByMessage(items: readonly TimelineItem[]): Map<string, string> {
  const choices = new Map<string, string>();
  for (const item of items) {
    if (item.kind !== 'message' || !item.message.parentMessageId) continue;
    const { body } = item.message;
    if (body.type === 'choice') choices.set(item.message.parentMessageId, body.payload);
  }
  return choices;
}

type SystemItem = Extract<TimelineItem, { kind: 'system' }>;

function addSystem(rows: Row[], items: readonly TimelineItem[], index: number, item: SystemItem): void {
  const { event, key } = item;
  if (!isShown(event) || isSecondHalf(items, index)) return;
  const next = items[index + 1];
  if (event.type !== 'error' && next?.kind === 'system') {
    const pair = handover(item, next);
    if (pair) {
      rows.push({ kind: 'handover', key, ...pair });
      return;
    }
  }
  const before = rows.at(-1);
  const saysEnd = endsChat(event);
  if (saysEnd && before?.kind === 'system' && endsChat(before.event)) return;
  rows.push({ kind: 'system', key, event });
}

function isSecondHalf(items: readonly TimelineItem[], index: number): boolean {
  const item = items[index];
  const before = items[index - 1];
  if (item?.kind !== 'system' || before?.kind !== 'system') return false;
  // A third in a row is not the second half of two pairs.
  return handover(before, item) !== undefined && !isSecondHalf(items, index - 1);
}

function handover(
  one: SystemItem,
  two: SystemItem,
): { readonly from: Participant; readonly to: Participant } | undefined {
  const [left, joined] = one.event.type === 'left' ? [one.event, two.event] : [two.event, one.event];
  if (left.type !== 'left' || joined.type !== 'joined' || two.atMs - one.atMs > HANDOVER_MS) return undefined;
  if (isCustomer(left.participant) || isCustomer(joined.participant)) return undefined;
  if (left.participant.participantId === joined.participant.participantId) return undefined;
  return { from: left.participant, to: joined.participant };
}

// That the customer is there he knows himself; that he left is how an engagement ends (architecture, Settled 7).
function isShown(event: SystemEvent): boolean {
  return !(event.type === 'joined' && isCustomer(event.participant));
}

function endsChat(event: SystemEvent): boolean {
  return event.type === 'ended' || (event.type === 'left' && isCustomer(event.participant));
}

function isCustomer(participant: Participant): boolean {
  return participant.participantType === 'CUSTOMER';
}
