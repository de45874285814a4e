import type { Clock, Timer } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import type { EngagementId, Epoch, Head, LogEntry } from '../../protocol/index.ts';

/** Entries that may wait for a missing one, and how long (guarantees 2.3, rule 6). */
export const HOLD = { entries: 256, ms: 2000 } as const;
/** A head beyond what came may only be ahead of its entries: they have so long to come by themselves. */
export const HEAD_GRACE_MS = 1000;
/** What could not be had is asked for again by itself, later each time: it may be gone for good. */
export const RETRY = { firstMs: 4000, mostMs: 60_000 } as const;

/**
 * Reads the log of one engagement: hands on each entry once and in order, holds what came too early, asks for what is
 * missing, and shows a gap where it cannot be had in time.
 */
export interface LogReader {
  readonly engagementId: EngagementId;
  /** The newest entry handed on, and its incarnation of the log. */
  readonly position: Head;
  take(entry: LogEntry, isLive: boolean): void;
  /** The log reaches to here. `isAfter`: and all of it has been sent. */
  expect(head: Head, isAfter: boolean): void;
  /** Asks again for gaps that could not be filled. */
  retryGaps(): void;
  /** Lets go of timers and of what is held; the position stays, so that reading can go on later. */
  suspend(): void;
  /** Never again: another reader takes over. */
  stop(): void;
}

/** What a reader needs, and whom it tells. */
export interface LogReaderOptions {
  readonly engagementId: EngagementId;
  readonly from: Head;
  /** Gaps that are shown already. */
  readonly gaps?: readonly Hole[];
  readonly clock: Clock;
  /** Entries after `afterSeq`, dense and ascending, up to the head or a page. Rejects where they cannot be had. */
  readonly fetchAfter: (afterSeq: number) => Promise<readonly LogEntry[]>;
  readonly emit: (event: Extract<ChatEvent, { type: 'ENTRY' | `GAP_${string}` }>) => void;
  /** The log was rebuilt: this reader is of no use any more. */
  readonly onOtherEpoch: () => void;
}

/** Makes the reader of one log from a position on. */
export function createLogReader(options: LogReaderOptions): LogReader {
  return new Reader(options);
}

/** Entries between two that are here. */
export interface Hole {
  readonly afterSeq: number;
  readonly beforeSeq: number;
}

interface Gap extends Hole {
  isAsked: boolean;
}

class Reader implements LogReader {
  readonly engagementId: EngagementId;
  readonly #epoch: Epoch;
  #seq: number;
  #headSeq: number;
  #held = new Map<number, LogEntry>();
  #gaps: Gap[];
  #isAsking = false;
  #isStopped = false;
  #isSuspended = false;
  #holdTimer: Timer | undefined;
  #headTimer: Timer | undefined;
  #retryTimer: Timer | undefined;
  #retryMs: number = RETRY.firstMs;
  readonly #options: LogReaderOptions;

  constructor(options: LogReaderOptions) {
    this.#options = options;
    this.engagementId = options.engagementId;
    this.#epoch = options.from.epoch;
    this.#seq = options.from.seq;
    this.#headSeq = options.from.seq;
    this.#gaps = (options.gaps ?? []).map((gap) => ({ ...gap, isAsked: false }));
  }

  get position(): Head {
    return { epoch: this.#epoch, seq: this.#seq };
  }

  take(entry: LogEntry, isLive: boolean): void {
    if (this.#isStopped) return;
    this.#isSuspended = false;
    if (entry.epoch !== this.#epoch) return this.#options.onOtherEpoch();
    if (entry.seq <= this.#seq) return; // a double
    if (entry.seq === this.#seq + 1) return this.#pass(entry, isLive);
    this.#held.set(entry.seq, entry);
    if (this.#held.size >= HOLD.entries) this.#goOn();
    else this.#holdTimer ??= this.#options.clock.after(HOLD.ms, () => this.#goOn());
    this.#ask();
  }

  expect(head: Head, isAfter: boolean): void {
    if (this.#isStopped) return;
    this.#isSuspended = false;
    if (head.epoch !== this.#epoch) return this.#options.onOtherEpoch();
    this.#headSeq = Math.max(this.#headSeq, head.seq);
    if (this.#headSeq <= this.#seq) return;
    if (isAfter) this.#ask();
    else
      this.#headTimer ??= this.#options.clock.after(HEAD_GRACE_MS, () => {
        this.#headTimer = undefined;
        if (this.#headSeq > this.#seq) this.#ask();
      });
  }

  retryGaps(): void {
    for (const gap of this.#gaps) if (!gap.isAsked) void this.#fill(gap);
  }

  stop(): void {
    this.#isStopped = true;
    this.suspend();
  }

  suspend(): void {
    this.#isSuspended = true;
    this.#options.clock.clear(this.#holdTimer);
    this.#options.clock.clear(this.#headTimer);
    this.#options.clock.clear(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#holdTimer = undefined;
    this.#headTimer = undefined;
    this.#held.clear();
  }

  /** Hands on the next entry, and those that waited for it. */
  #pass(entry: LogEntry, isLive: boolean): void {
    for (let next: LogEntry | undefined = entry; next; next = this.#held.get(this.#seq + 1)) {
      this.#held.delete(next.seq);
      this.#seq = next.seq;
      this.#options.emit({ type: 'ENTRY', entry: next, live: isLive });
    }
    if (this.#held.size > 0) return;
    this.#options.clock.clear(this.#holdTimer);
    this.#holdTimer = undefined;
  }

  /** Asks for what follows, until the held entries or the head are reached. One request at a time. */
  #ask(): void {
    if (this.#isAsking || this.#isStopped) return;
    this.#isAsking = true;
    this.#askPages()
      .catch(() => {
        if (this.#held.size > 0) this.#goOn();
        else this.#retryLater();
      })
      .finally(() => (this.#isAsking = false));
  }

  async #askPages(): Promise<void> {
    for (;;) {
      const before = this.#seq;
      const entries = await this.#options.fetchAfter(before);
      for (const entry of entries) this.take(entry, false);
      const isMissing = this.#held.size > 0 || this.#headSeq > this.#seq;
      if (this.#isStopped || !isMissing || this.#seq === before) return;
    }
  }

  #retryLater(): void {
    if (this.#isSuspended) return;
    this.#retryTimer ??= this.#options.clock.after(this.#retryMs, () => {
      this.#retryTimer = undefined;
      this.#retryMs = Math.min(2 * this.#retryMs, RETRY.mostMs);
      this.retryGaps();
      if (this.#headSeq > this.#seq) this.#ask();
    });
  }

  /** What is missing did not come in time: a gap is shown, and the view goes on behind it. */
  #goOn(): void {
    this.#options.clock.clear(this.#holdTimer);
    this.#holdTimer = undefined;
    const first = Math.min(...this.#held.keys());
    const entry = this.#held.get(first);
    if (!entry || this.#isStopped) return;
    const gap: Gap = { afterSeq: this.#seq, beforeSeq: first, isAsked: false };
    this.#gaps.push(gap);
    this.#tell('GAP_FOUND', gap);
    this.#pass(entry, false);
    if (this.#held.size > 0) this.#goOn();
    void this.#fill(gap);
  }

  #tell(type: 'GAP_FOUND' | 'GAP_FAILED', { afterSeq, beforeSeq }: Hole): void {
    this.#options.emit({ type, engagementId: this.engagementId, afterSeq, beforeSeq });
  }

  async #fill(gap: Gap): Promise<void> {
    gap.isAsked = true;
    const { afterSeq, beforeSeq } = gap;
    const { fetchAfter, emit } = this.#options;
    const entries: LogEntry[] = [];
    try {
      for (let at = afterSeq; at < beforeSeq - 1;) {
        const page = (await fetchAfter(at)).filter(({ seq }) => seq > at && seq < beforeSeq);
        const last = page[page.length - 1];
        if (!last) throw new Error('a hole');
        entries.push(...page);
        at = last.seq;
      }
    } catch {
      gap.isAsked = false;
      this.#retryLater();
      if (!this.#isStopped) this.#tell('GAP_FAILED', gap);
      return;
    }
    if (this.#isStopped) return;
    this.#gaps = this.#gaps.filter((one) => one !== gap);
    this.#retryMs = RETRY.firstMs;
    emit({ type: 'GAP_FILLED', engagementId: this.engagementId, afterSeq, entries });
  }
}
