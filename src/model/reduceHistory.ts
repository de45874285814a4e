import type { LogEntry } from '../protocol/index.ts';
import type { TimelineItem } from './chatMessage.ts';
import type { ChatEvent } from './chatEvent.ts';
import type { EngagementState } from './chatState.ts';
import { itemFromEntry } from './fromWire.ts';
import { reduceEntry } from './reduceEntry.ts';
import { insertItem, prependItems, removeKey, seqOf } from './timeline.ts';

/** The events that tell of older entries and of missing ones. */
export type HistoryEvent = Extract<ChatEvent, { type: `HISTORY_${string}` | `GAP_${string}` }>;

/** Folds a page of the past, or what became of a gap. */
export function reduceHistory(engagement: EngagementState, event: HistoryEvent): EngagementState {
  switch (event.type) {
    case 'HISTORY_LOADING':
      return { ...engagement, history: { status: 'loading' } };
    case 'HISTORY_FAILED':
      return { ...engagement, history: { status: 'failed', detail: event.detail } };
    case 'HISTORY_LOADED':
      return loadPage(engagement, event.entries, event.olderBeforeSeq);
    case 'GAP_FOUND':
      return { ...engagement, timeline: setGap(engagement.timeline, event, 'loading') };
    case 'GAP_FAILED':
      return { ...engagement, timeline: setGap(engagement.timeline, event, 'failed') };
    case 'GAP_FILLED': {
      const timeline = removeKey(engagement.timeline, gapKey(event.afterSeq));
      return event.entries.reduce(reduceEntry, { ...engagement, timeline });
    }
  }
}

/** A page holds messages with today's delivery, so its entries make rows but change no one's state. */
function loadPage(
  engagement: EngagementState,
  entries: readonly LogEntry[],
  olderBeforeSeq: number | undefined,
): EngagementState {
  const rows = entries.flatMap((entry) => itemFromEntry(entry, engagement.readUpToSeq) ?? []);
  const oldest = entries[0]?.seq;
  return {
    ...engagement,
    timeline: settlePending(prependItems(engagement.timeline, rows), rows),
    history: { status: olderBeforeSeq === undefined ? 'complete' : 'partial' },
    ...(oldest !== undefined && { oldestSeq: Math.min(engagement.oldestSeq ?? oldest, oldest) }),
  };
}

/** A page may bring home a message that is still pending here: it takes its place in the log. */
function settlePending(
  timeline: readonly TimelineItem[],
  rows: readonly TimelineItem[],
): readonly TimelineItem[] {
  const pending = new Set<string>();
  // What is pending stands last.
  for (let at = timeline.length - 1; at >= 0; at--) {
    const item = timeline[at];
    if (!item || seqOf(item) < Infinity) break;
    pending.add(item.key);
  }
  return pending.size === 0
    ? timeline
    : rows.filter((row) => pending.has(row.key)).reduce(insertItem, timeline);
}

function setGap(
  timeline: readonly TimelineItem[],
  gap: { readonly afterSeq: number; readonly beforeSeq: number },
  status: 'loading' | 'failed',
): readonly TimelineItem[] {
  const key = gapKey(gap.afterSeq);
  const { afterSeq, beforeSeq } = gap;
  return insertItem(removeKey(timeline, key), { kind: 'gap', key, afterSeq, beforeSeq, status });
}

function gapKey(afterSeq: number): string {
  return `gap:${afterSeq}`;
}
