import type { LoneClient } from '../../../client/index.ts';
import { createEmitter, type Observable } from '../../../lib/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { EngagementId, LogEntry } from '../../../protocol/index.ts';

/** The entries of one conversation, each once, from now on: what was before is history. */
export interface EntryFeed extends Observable<LogEntry> {
  /** Hears every event of the client. */
  take(event: ChatEvent): void;
}

/** Makes the feed of a conversation that the client knows. */
export function createEntryFeed(client: LoneClient, id: EngagementId): EntryFeed {
  const emitter = createEmitter<LogEntry>();
  const told = new Set<number>();
  let fromSeq = client.getState().engagements[id]?.headSeq ?? 0;
  const hear = (entry: LogEntry): void => {
    if (!('engagementId' in entry) || entry.engagementId !== id) return;
    if (entry.seq <= fromSeq || told.has(entry.seq)) return;
    told.add(entry.seq);
    emitter.emit(entry);
  };
  return {
    subscribe: emitter.subscribe,
    take(event) {
      switch (event.type) {
        case 'ENTRY':
          return hear(event.entry);
        case 'GAP_FILLED':
          return event.entries.forEach(hear);
        case 'ENGAGEMENT_RESET':
          if (event.engagementId !== id) return;
          // The log was rebuilt: it counts anew.
          fromSeq = event.engagement.head.seq;
          return told.clear();
        default:
      }
    },
  };
}
