import type { ChatMessage, TimelineItem } from '../../model/index.ts';
import { commonLength } from './commonLength.ts';
import type { Row } from './row.ts';
import { addSystem, isShown } from './systemRows.ts';

/** Two bubbles of one speaker within so long belong together. */
const GROUP_MS = 5 * 60_000;
const HOUR_MS = 60 * 60_000;

/** Rows with what they were made of, so that the next ones can go on from them. */
export interface TimelineRows {
  readonly items: readonly TimelineItem[];
  readonly dayKey: (atMs: number) => string;
  readonly newAfterSeq: number | undefined;
  readonly rows: readonly Row[];
  /** Where the "New" line stands among the rows; -1: nowhere. */
  readonly newAt: number;
}

/**
 * The timeline with what a reader needs between: date lines, the "New" line, runs of one speaker, hand-overs.
 * @param dayKey changes with the reader's calendar day.
 * @param newAfterSeq the "New" line stands before the first message of somebody else after this entry; undefined: none.
 * @param earlier the rows of an earlier timeline: what both begin with is taken over, and only the rest is looked at.
 */
export function timelineRows(
  items: readonly TimelineItem[],
  dayKey: (atMs: number) => string,
  newAfterSeq?: number,
  earlier?: TimelineRows,
): TimelineRows {
  const isSame = earlier?.dayKey === dayKey && earlier.newAfterSeq === newAfterSeq;
  const kept = isSame ? keep(earlier, items) : { rows: [], itemCount: 0, newAt: -1, day: undefined };
  const { rows } = kept;
  const dayOf = createDayOf(dayKey);
  const choices = chosenByMessage(items, kept.itemCount);
  let { day, newAt } = kept;
  for (let index = kept.itemCount; index < items.length; index++) {
    const item = items[index];
    if (!item) continue;
    const atMs = timeOf(item);
    const itsDay = atMs === undefined ? day : dayOf(atMs);
    if (atMs !== undefined && itsDay !== day) rows.push({ kind: 'date', key: `date:${itsDay}`, atMs });
    day = itsDay;
    if (item.kind === 'gap') rows.push(item);
    else if (item.kind === 'system') addSystem(rows, items, index, item);
    else {
      const { message } = item;
      if (newAt < 0 && newAfterSeq !== undefined && !message.own && (message.seq ?? 0) > newAfterSeq)
        newAt = rows.push({ kind: 'new', key: 'new' }) - 1;
      const chosen = message.messageId === undefined ? undefined : choices?.get(message.messageId);
      addMessage(rows, message, chosen);
    }
  }
  return { items, dayKey, newAfterSeq, rows, newAt };
}

function addMessage(rows: Row[], message: ChatMessage, chosen: string | undefined): void {
  const before = rows.at(-1);
  const first = before?.kind !== 'message' || !belongsTo(before.message, message);
  if (!first) rows[rows.length - 1] = { ...before, last: false };
  rows.push({ kind: 'message', key: message.key, message, first, last: true, chosen });
}

type Kept = { rows: Row[]; itemCount: number; newAt: number; day: string | undefined };

/** What stays of earlier rows: up to the last message that did not change, and nothing of what came after it. */
function keep(earlier: TimelineRows, items: readonly TimelineItem[]): Kept {
  const common = commonLength(earlier.items, items);
  let at = Math.min(common, questionAt(earlier.items, common), questionAt(items, common)) - 1;
  while (at >= 0 && items[at]?.kind !== 'message') at--;
  const item = items[at];
  if (item?.kind !== 'message') return { rows: [], itemCount: 0, newAt: -1, day: undefined };
  const rowAt = earlier.rows.findLastIndex((row) => row.key === item.key);
  const rows = earlier.rows.slice(0, rowAt + 1);
  const row = rows[rowAt];
  if (row?.kind === 'message' && !row.last) rows[rowAt] = { ...row, last: true };
  return {
    rows,
    itemCount: at + 1,
    newAt: earlier.newAt <= rowAt ? earlier.newAt : -1,
    day: earlier.dayKey(item.message.atMs),
  };
}

/** The first message that is answered behind `from`: an answer changes the row of its question. */
function questionAt(items: readonly TimelineItem[], from: number): number {
  const answered = chosenByMessage(items, from);
  if (!answered) return from;
  const isQuestion = (item: TimelineItem): boolean =>
    item.kind === 'message' && item.message.messageId !== undefined && answered.has(item.message.messageId);
  const at = items.findIndex(isQuestion);
  return at < 0 ? from : at;
}

function timeOf(item: TimelineItem): number | undefined {
  if (item.kind === 'message') return item.message.atMs;
  return item.kind === 'system' && isShown(item.event) ? item.atMs : undefined;
}

/** Formatting a day costs more than a row: asked once an hour of the conversation, not once per message. */
function createDayOf(dayKey: (atMs: number) => string): (atMs: number) => string {
  let day = '';
  let [fromMs, toMs] = [0, -1];
  return (atMs) => {
    if (atMs >= fromMs && atMs <= toMs) return day;
    day = dayKey(atMs);
    fromMs = atMs;
    toMs = dayKey(atMs + HOUR_MS) === day ? atMs + HOUR_MS : atMs;
    return day;
  };
}

function belongsTo(earlier: ChatMessage, later: ChatMessage): boolean {
  return (
    earlier.own === later.own &&
    earlier.sender?.participantId === later.sender?.participantId &&
    later.atMs - earlier.atMs < GROUP_MS
  );
}

/** The answers among the items behind `from`, by the message they answer; undefined where there are none. */
function chosenByMessage(items: readonly TimelineItem[], from: number): Map<string, string> | undefined {
  let choices: Map<string, string> | undefined;
  for (let at = from; at < items.length; at++) {
    const item = items[at];
    if (item?.kind !== 'message' || !item.message.parentMessageId) continue;
    const { body } = item.message;
    if (body.type === 'choice') (choices ??= new Map()).set(item.message.parentMessageId, body.payload);
  }
  return choices;
}
