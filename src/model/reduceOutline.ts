import type { LogEntry } from '../protocol/index.ts';
import type { ChatEvent } from './chatEvent.ts';
import type { ChatState, EngagementState } from './chatState.ts';
import { atMs, engagementFromWire, systemItem } from './fromWire.ts';
import { reduceFacts } from './reduceFacts.ts';
import { changeEngagement, putEngagement, reduceSession } from './reduceSession.ts';

/**
 * The fold of a page that keeps no messages: the session, the line, the customer's engagements and who is in them. Of
 * timelines it keeps only who came and went, in order of arrival. Pure.
 */
export function reduceOutline(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'ENGAGEMENT_RESET':
      return putEngagement(state, engagementFromWire(event.engagement));
    case 'GAP_FILLED':
      return changeEngagement(state, event.engagementId, (one) => event.entries.reduce(outlineEntry, one));
    default:
      return reduceSession(state, event, outlineEntry);
  }
}

function outlineEntry(engagement: EngagementState, entry: LogEntry): EngagementState {
  const row = systemItem(entry);
  const { timeline, headSeq, lastUpdatedAtMs } = engagement;
  return {
    ...reduceFacts(engagement, entry),
    ...(row && { timeline: [...timeline, row] }),
    headSeq: Math.max(headSeq, entry.seq),
    lastUpdatedAtMs: Math.max(lastUpdatedAtMs, atMs(entry.at)),
  };
}
