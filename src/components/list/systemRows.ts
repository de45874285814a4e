import type { SystemEvent, TimelineItem } from '../../model/index.ts';
import type { Participant } from '../../protocol/index.ts';
import type { Row } from './row.ts';

/** Somebody leaves and another comes within so long: a hand-over. */
const HANDOVER_MS = 60_000;

type SystemItem = Extract<TimelineItem, { kind: 'system' }>;

/** Puts the line for what happened at the end of `rows`, where there is one to show. */
export function addSystem(
  rows: Row[],
  items: readonly TimelineItem[],
  index: number,
  item: SystemItem,
): void {
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

/** That the customer is there he knows himself; that he left is how an engagement ends (architecture, Settled 7). */
export function isShown(event: SystemEvent): boolean {
  return !(event.type === 'joined' && isCustomer(event.participant));
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

function endsChat(event: SystemEvent): boolean {
  return event.type === 'ended' || (event.type === 'left' && isCustomer(event.participant));
}

function isCustomer(participant: Participant): boolean {
  return participant.participantType === 'CUSTOMER';
}
