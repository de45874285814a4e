import type { Clock, Random } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import {
  decodeEntryRange,
  isLogEntry,
  MAX_RANGE_ENTRIES,
  routes,
  type Cursor,
  type EngagementId,
  type Head,
  type Heads,
  type LogEntry,
  type SessionId,
  type StreamEvent,
  type WireEngagement,
} from '../../protocol/index.ts';
import type { Http } from '../http.ts';
import { withRetries } from '../retries.ts';
import { createLogReader, type Hole, type LogReader } from './logReader.ts';

/** The In road behind the line: drops doubles, keeps each log's order, mends gaps, moves the cursor. */
export interface Inbox {
  /** Where to go on from; undefined before the session is known. */
  cursor(): Cursor | undefined;
  /** A session view or a hello says where its stream begins. */
  setCursor(cursor: Cursor): void;
  /** An engagement as the server sees it now. `new`: nothing of it was read; `reset`: its log was rebuilt. Gaps are those that another reader left. */
  open(engagement: Standing, gaps?: readonly Hole[]): 'new' | 'known' | 'reset';
  take(event: StreamEvent, isLive: boolean): void;
  expect(heads: Heads, isAfter: boolean): void;
  /** The newest entry handed on; 0 for an unknown engagement. */
  positionOf(engagementId: EngagementId): number;
  /** Asks again for what could not be had. */
  retryGaps(engagementId?: EngagementId): void;
  /** Entries after one, to the end of a page. */
  fetchAfter(engagementId: EngagementId, afterSeq: number): Promise<readonly LogEntry[]>;
  /** Lets go of timers; where each log stands is kept. */
  suspend(): void;
}

/** An engagement, and up to where its log was read. */
type Standing = Pick<WireEngagement, 'engagementId' | 'head'>;

/** What an inbox needs, and whom it tells. */
export interface InboxOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly sessionId: () => SessionId | undefined;
  readonly emit: (event: ChatEvent) => void;
  /** What is known of the session is too old to go on with: read it anew. */
  readonly onOutdated: () => void;
}

/** Makes the inbox of one client. */
export function createInbox(options: InboxOptions): Inbox {
  return new Reading(options);
}

class Reading implements Inbox {
  readonly #readers = new Map<EngagementId, LogReader>();
  /** Logs are known by the entries that came of them; before the first one a log is taken to bear its engagement's id. */
  readonly #engagementOf = new Map<string, EngagementId>();
  readonly #controlSeq = new Map<string, number>();
  #newestCursor: Cursor | undefined;
  readonly #options: InboxOptions;

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /**
   * Moves past a hole too: what is missing is asked for by range, and the readers remember it across lines. A cursor that
   * stood still would make every long poll answer at once with what is here already.
   */
  cursor(): Cursor | undefined {
    return this.#newestCursor;
  }

  setCursor(cursor: Cursor): void {
    this.#newestCursor = cursor;
  }

  open({ engagementId, head }: Standing, gaps: readonly Hole[] = []): 'new' | 'known' | 'reset' {
    const known = this.#readers.get(engagementId);
    if (known?.position.epoch === head.epoch) {
      known.expect(head, true);
      return 'known';
    }
    known?.stop();
    this.#read(engagementId, head, gaps);
    return known ? 'reset' : 'new';
  }

  take(event: StreamEvent, isLive: boolean): void {
    if (!isLogEntry(event)) {
      if (event.type !== 'UNKNOWN_SIGNAL') this.#options.emit(event);
      return;
    }
    this.#newestCursor = event.id;
    const engagementId = 'engagementId' in event ? event.engagementId : this.#engagementOf.get(event.log);
    if (engagementId === undefined) return this.#takeControl(event, isLive);
    this.#engagementOf.set(event.log, engagementId);
    const reader = this.#readers.get(engagementId);
    if (reader) reader.take(event, isLive);
    else this.#options.onOutdated();
  }

  expect(heads: Heads, isAfter: boolean): void {
    for (const [log, head] of Object.entries(heads)) {
      const known = this.#engagementOf.get(log);
      for (const reader of this.#readers.values()) {
        const isIts = known === undefined ? log === reader.engagementId : known === reader.engagementId;
        if (isIts) reader.expect(head, isAfter);
      }
      const controlSeq = this.#controlSeq.get(`${log} ${head.epoch}`);
      if (isAfter && controlSeq !== undefined && head.seq > controlSeq) {
        this.#controlSeq.set(`${log} ${head.epoch}`, head.seq);
        this.#options.onOutdated();
      }
    }
  }

  positionOf(engagementId: EngagementId): number {
    return this.#readers.get(engagementId)?.position.seq ?? 0;
  }

  retryGaps(engagementId?: EngagementId): void {
    for (const reader of this.#readers.values())
      if (engagementId === undefined || reader.engagementId === engagementId) reader.retryGaps();
  }

  fetchAfter(engagementId: EngagementId, afterSeq: number): Promise<readonly LogEntry[]> {
    const sessionId = this.#options.sessionId() ?? '';
    return withRetries(this.#options, () =>
      this.#options.http.call({
        method: 'GET',
        path: routes.entries(sessionId, engagementId),
        query: { after: String(afterSeq), limit: String(MAX_RANGE_ENTRIES) },
        decoder: decodeEntryRange,
      }),
    ).then((range) => range.entries);
  }

  suspend(): void {
    for (const reader of this.#readers.values()) reader.suspend();
  }

  #read(engagementId: EngagementId, from: Head, gaps: readonly Hole[]): void {
    const reader = createLogReader({
      engagementId,
      from,
      gaps,
      clock: this.#options.clock,
      fetchAfter: (afterSeq) => this.fetchAfter(engagementId, afterSeq),
      emit: this.#options.emit,
      onOtherEpoch: this.#options.onOutdated,
    });
    this.#readers.set(engagementId, reader);
  }

  /** The control log has no range to ask for: a hole in it means reading the session anew. */
  #takeControl(entry: LogEntry, isLive: boolean): void {
    const key = `${entry.log} ${entry.epoch}`;
    const seq = this.#controlSeq.get(key);
    if (seq !== undefined && entry.seq <= seq) return;
    if (seq !== undefined && entry.seq > seq + 1) this.#options.onOutdated();
    this.#controlSeq.set(key, entry.seq);
    this.#options.emit({ type: 'ENTRY', entry, live: isLive });
  }
}
