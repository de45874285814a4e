import type { ChatMessage, ChatState, EngagementState } from '../model/index.ts';

/**
 * Finds what others have written while the page is there: every message once, whether it came live, was caught up with
 * after a cut, filled a gap or was shown by another tab first. What a conversation held when the session began is old.
 */
export function createArrivals(): (state: ChatState) => readonly ChatMessage[] {
  const known = new Map<string, Known>();
  const told = new Set<string>();
  let hasBegun = false;

  const find = (one: EngagementState): readonly ChatMessage[] => {
    const { engagementId, epoch, headSeq, timeline } = one;
    const before = known.get(engagementId);
    if (before?.timeline === timeline) return [];
    const isSame = before?.epoch === epoch;
    // A log that was rebuilt has everything anew; a conversation that began since has nothing old.
    const fromSeq = isSame ? before.fromSeq : before || !hasBegun ? headSeq : 0;
    known.set(engagementId, { epoch, fromSeq, timeline });
    return timeline.flatMap((item) => {
      if (item.kind !== 'message') return [];
      const { own, seq = 0, key } = item.message;
      if (own || seq <= fromSeq || told.has(key)) return [];
      told.add(key);
      return [item.message];
    });
  };

  return (state) => {
    if (!hasBegun && state.session.status !== 'open') return [];
    const found = Object.values(state.engagements).flatMap(find);
    hasBegun = true;
    return found;
  };
}

type Known = Pick<EngagementState, 'epoch' | 'timeline'> & { readonly fromSeq: number };
