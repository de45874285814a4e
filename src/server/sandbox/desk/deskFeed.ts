import { createEmitter, uuidV4 } from '../../../lib/index.ts';
import type { Random, Unsubscribe } from '../../../lib/index.ts';
import type { DeskEvent } from '../../../protocol/desk/index.ts';

/** How many events are kept for desks that come back. */
const KEPT_EVENTS = 2000;

/** An event with its place and its readers; without `agentId` it is for everybody. */
export interface FedEvent {
  readonly cursor: string;
  readonly agentId?: string;
  readonly event: DeskEvent;
}

/**
 * What happened, for the desks that look on. It lives in memory: after a restart every cursor is unknown, and a desk
 * begins with a snapshot of the store.
 */
export interface DeskFeed {
  publish(events: readonly Omit<FedEvent, 'cursor'>[]): void;
  /** Where a snapshot taken now would go on. */
  cursor(): string;
  /** What came after `cursor`; undefined when that is too old or of another life of the server. */
  since(cursor: string): readonly FedEvent[] | undefined;
  subscribe(listener: (fed: FedEvent) => void): Unsubscribe;
}

/** An empty feed with a name of its own. */
export function createDeskFeed(random: Random): DeskFeed {
  const life = uuidV4(random).slice(0, 8);
  const emitter = createEmitter<FedEvent>();
  const kept: FedEvent[] = [];
  let last = 0;
  const first = (): number => last - kept.length;
  return {
    publish(events) {
      for (const event of events) {
        last += 1;
        const fed = { ...event, cursor: `${life}-${last}` };
        kept.push(fed);
        if (kept.length > KEPT_EVENTS) kept.shift();
        emitter.emit(fed);
      }
    },
    cursor: () => `${life}-${last}`,
    since(cursor) {
      const [of, place] = cursor.split('-');
      const at = Number(place);
      if (of !== life || !Number.isInteger(at) || at < first() || at > last) return undefined;
      return kept.slice(at - first());
    },
    subscribe: (listener) => emitter.subscribe(listener),
  };
}
