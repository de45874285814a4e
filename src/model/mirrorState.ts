import type { TimelineItem } from './chatMessage.ts';
import type { ChatState, EngagementState } from './chatState.ts';
import { seqOf } from './timeline.ts';

/**
 * The state of another tab in the place of one's own. Of the log, what is shown here already stays on the screen where
 * it joins on to what the other shows: that one may have slept, or have read less of the past. What is unsent is the
 * other's to tell.
 */
export function mirrorState(own: ChatState, others: ChatState): ChatState {
  // A tab that has no session yet knows of no conversation; one that has slept does not know of the newest.
  const isOther = others.session.status === 'open' && others.facts?.sessionId !== own.facts?.sessionId;
  const kept = isOther ? [] : own.engagementIds.filter((id) => others.engagements[id] === undefined);
  const all = [...others.engagementIds, ...kept].flatMap((id): readonly EngagementState[] => {
    const [mine, its] = [own.engagements[id], others.engagements[id]];
    const one = mine && its ? join(mine, its) : (its ?? mine);
    return one ? [one] : [];
  });
  if (kept.length > 0) all.sort((a, b) => a.createdAtMs - b.createdAtMs);
  else if (all.every((one) => one === others.engagements[one.engagementId])) return others;
  return {
    ...others,
    engagements: Object.fromEntries(all.map((one) => [one.engagementId, one])),
    engagementIds: all.map((one) => one.engagementId),
  };
}

/** One engagement as two tabs show it; the other's alone where the two cannot be joined without a hole that nobody mends. */
function join(mine: EngagementState, others: EngagementState): EngagementState {
  const its = isWhole(mine) ? filled(others, mine) : others;
  const [oldest, itsOldest] = [firstOf(mine), firstOf(its)];
  const touch = mine.headSeq >= itsOldest - 1 && oldest <= its.headSeq + 1;
  const isNewer = mine.headSeq > its.headSeq;
  if (mine.epoch !== its.epoch || !touch) return others;
  // A gap in what the other has read gives way to its rows. It is asked to mend one before them, and knows of none behind.
  if (isNewer ? !isWhole(mine) : oldest >= itsOldest) return its;
  const newer = isNewer ? mine : its;
  const older = oldest < itsOldest ? mine : its;
  return {
    ...newer,
    joined: its.joined,
    oldestSeq: older.oldestSeq ?? newer.oldestSeq,
    history: older.history.status === 'loading' && older === mine ? { status: 'partial' } : older.history,
    timeline: [...settled(newer, older), ...its.timeline.filter((item) => isUnsent(item, newer, older))],
  };
}

/** The one list with the rows of the other, which has no gap itself, in the place of each gap that it knows all of. */
function filled(list: EngagementState, whole: EngagementState): EngagementState {
  if (isWhole(list)) return list;
  const timeline = list.timeline.flatMap((item): readonly TimelineItem[] => {
    if (item.kind !== 'gap') return [item];
    const { afterSeq, beforeSeq } = item;
    if (firstOf(whole) > afterSeq + 1 || whole.headSeq < beforeSeq - 1) return [item];
    return whole.timeline.filter((row) => seqOf(row) > afterSeq && seqOf(row) < beforeSeq);
  });
  return { ...list, timeline };
}

/** What the younger list has of the log, and before it what only the other one has: rows in the place of a gap at its beginning, too. */
function settled(newer: EngagementState, older: EngagementState): readonly TimelineItem[] {
  const from = firstOf(newer);
  const rows = newer.timeline.filter((item) => seqOf(item) >= from && seqOf(item) !== Infinity);
  return [...older.timeline.filter((item) => seqOf(item) < from), ...rows];
}

function isWhole({ timeline }: EngagementState): boolean {
  return timeline.every(({ kind }) => kind !== 'gap');
}

function isUnsent(item: TimelineItem, ...lists: readonly EngagementState[]): boolean {
  if (seqOf(item) !== Infinity) return false;
  return !lists.some((one) => one.timeline.some((row) => row.key === item.key && seqOf(row) !== Infinity));
}

/** Where what was read begins: behind the head where nothing was. */
function firstOf({ oldestSeq, headSeq }: EngagementState): number {
  return oldestSeq ?? headSeq + 1;
}
