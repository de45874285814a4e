import { uuidV7, type Clock, type Random, type Timer } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import {
  asId,
  type ClientMessageId,
  type EngagementId,
  type ProblemCode,
  type SessionId,
} from '../../protocol/index.ts';
import { asChatError, asEventCode, type ChatClientError } from '../errors.ts';
import type { Http } from '../http.ts';
import { isProblemCode } from '../problemCode.ts';
import { retryDelayMs, type Pace } from '../retryDelay.ts';
import type { OutboxEntry, OutboxStore, Refusal } from './outboxStore.ts';
import { sendEntry, uploadNext } from './sendMessage.ts';
import { verdictOn } from './verdict.ts';

/** The unsent messages of one engagement: in order of composing, one on its way at a time. */
export interface Lane {
  /** In order; failed ones included. */
  readonly entries: readonly OutboxEntry[];
  push(entry: OutboxEntry): void;
  /** What an earlier page left here: told as queued, and sent after `wake`. Nothing of it is told twice. */
  restore(entry: OutboxEntry, queued: Extract<Told, { type: 'MESSAGE_QUEUED' }>): void;
  /** Something changed for the better: try at once. */
  wake(): void;
  /** The connector's log has it: settled, whatever its request says later. */
  settle(id: ClientMessageId): void;
  /** Takes it out, where it is not on its way at this moment. */
  remove(id: ClientMessageId): boolean;
  /** Nothing is sent until `wake`. */
  pause(): void;
  /** Hands what is queued back to the person as failed. */
  giveUp(code: ProblemCode, detail: string): void;
}

/** What a lane needs, and whom it tells. */
export interface LaneOptions {
  readonly engagementId: EngagementId;
  readonly store: () => OutboxStore;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly sessionId: () => SessionId | undefined;
  /** Whether somebody looks on, and whether the line has given up hope. */
  readonly pace: () => Pace;
  readonly emit: (event: Extract<ChatEvent, { type: `MESSAGE_${string}` }>) => void;
  readonly onSessionGone: () => void;
}

/** Of a row that an earlier version kept. */
const UNKNOWN_REFUSAL: Refusal = { code: 'internal', detail: '', retryable: true };

/** Makes the lane of one engagement. */
export function createLane(options: LaneOptions): Lane {
  return new Sending(options);
}

interface Flight {
  readonly id: ClientMessageId;
  readonly controller: AbortController;
}

class Sending implements Lane {
  entries: readonly OutboxEntry[] = [];
  #flight: Flight | undefined;
  #attempt = 0;
  #retryTimer: Timer | undefined;
  #isPaused = false;
  readonly #options: LaneOptions;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  push(entry: OutboxEntry): void {
    this.entries = [...this.entries.filter((one) => one.clientMessageId !== entry.clientMessageId), entry];
    this.#pump();
  }

  restore(entry: OutboxEntry, queued: Extract<Told, { type: 'MESSAGE_QUEUED' }>): void {
    if (this.entries.some((one) => one.clientMessageId === entry.clientMessageId)) return;
    this.entries = [...this.entries, entry];
    this.#tell(queued, entry);
    if (entry.status === 'failed')
      this.#tell({ type: 'MESSAGE_REJECTED', ...(entry.refusal ?? UNKNOWN_REFUSAL) }, entry);
  }

  wake(): void {
    this.#isPaused = false;
    this.#attempt = 0;
    this.#options.clock.clear(this.#retryTimer);
    this.#retryTimer = undefined;
    this.#pump();
  }

  settle(id: ClientMessageId): void {
    if (!this.entries.some((one) => one.clientMessageId === id)) return;
    this.#drop(id);
    if (this.#flight?.id !== id) return;
    this.#flight.controller.abort();
    this.#flight = undefined;
    this.#attempt = 0;
    this.#pump();
  }

  remove(id: ClientMessageId): boolean {
    const entry = this.entries.find((one) => one.clientMessageId === id);
    if (!entry || entry.content.type === 'tombstone' || this.#flight?.id === id) return false;
    if (entry.status === 'failed') this.#drop(id);
    // The same id: where an earlier try got through after all, the server says so, and its echo brings it back.
    else void this.#replace({ ...entry, content: { type: 'tombstone' } });
    this.#tell({ type: 'MESSAGE_REMOVED' }, entry);
    this.wake();
    return true;
  }

  pause(): void {
    this.#isPaused = true;
    this.#options.clock.clear(this.#retryTimer);
    this.#retryTimer = undefined;
    const flight = this.#flight;
    this.#flight = undefined; // whatever becomes of it, its id settles it later
    flight?.controller.abort();
    const entry = this.entries.find((one) => one.clientMessageId === flight?.id);
    if (entry) this.#tell({ type: 'MESSAGE_WAITING' }, entry);
  }

  giveUp(code: ProblemCode, detail: string): void {
    this.pause();
    for (const entry of this.entries) {
      if (entry.status !== 'queued' || entry.content.type === 'tombstone') continue;
      void this.#replace({ ...entry, status: 'failed' });
      void this.#options.store().remove(entry.clientMessageId); // the next page knows nothing of it
      this.#tell({ type: 'MESSAGE_REJECTED', code, detail, retryable: true }, entry);
    }
  }

  #pump(): void {
    const entry = this.entries.find((one) => one.status === 'queued');
    const sessionId = this.#options.sessionId();
    if (!entry || !sessionId || this.#flight || this.#retryTimer || this.#isPaused) return;
    const flight: Flight = { id: entry.clientMessageId, controller: new AbortController() };
    this.#flight = flight;
    this.#carry(entry, sessionId, flight)
      .catch((fault: unknown) => {
        if (this.#flight === flight) this.#judge(entry.clientMessageId, asChatError(fault));
      })
      .finally(() => {
        if (this.#flight === flight) this.#flight = undefined;
        this.#pump();
      });
  }

  async #carry(queued: OutboxEntry, sessionId: SessionId, flight: Flight): Promise<void> {
    const store = this.#options.store();
    await store.check();
    if (this.#flight !== flight) return;
    const { http } = this.#options;
    const options = { http, sessionId, senderId: store.senderId, signal: flight.controller.signal };
    let entry = queued;
    this.#tell({ type: 'MESSAGE_SENDING', ...progressOf(entry) }, entry);
    for (
      let next = await uploadNext(options, entry);
      next !== entry;
      next = await uploadNext(options, entry)
    ) {
      if (this.#flight !== flight) return;
      entry = next;
      const kept = this.#replace(entry);
      this.#tell({ type: 'MESSAGE_SENDING', ...progressOf(entry) }, entry);
      await kept; // before the next begins: no page after this one sends it up again
    }
    const answer = await sendEntry(options, entry);
    if (this.#flight !== flight) return; // its echo was quicker
    this.#attempt = 0;
    this.#drop(entry.clientMessageId);
    const { messageId, seq, at } = answer;
    if (messageId) this.#tell({ type: 'MESSAGE_SENT', messageId, seq, atMs: Date.parse(at) }, entry);
  }

  #judge(id: ClientMessageId, error: ChatClientError): void {
    const entry = this.entries.find((one) => one.clientMessageId === id);
    if (!entry) return;
    const verdict = verdictOn(error);
    switch (verdict.type) {
      case 'again':
        this.#tell(
          { type: 'MESSAGE_WAITING', code: isProblemCode(error.code) ? error.code : undefined },
          entry,
        );
        return this.#tryLater(verdict.retryAfterSeconds);
      case 'hold':
        this.#tell({ type: 'MESSAGE_WAITING' }, entry);
        this.#isPaused = true;
        if (error.code === 'session-gone') this.#options.onSessionGone();
        return;
      case 'recount':
        this.#tell({ type: 'MESSAGE_WAITING' }, entry);
        if (this.#attempt > 0) this.#tryLater(undefined); // a count that stays wrong must not spin
        this.#attempt += 1;
        return this.#recount(entry, verdict.expected);
      case 'reject':
        return void this.#reject(entry, error, verdict.retryable);
    }
  }

  #tryLater(retryAfterSeconds: number | undefined): void {
    const { clock, random, pace } = this.#options;
    const delayMs = retryDelayMs(random, this.#attempt++, { ...pace(), retryAfterSeconds });
    this.#retryTimer = clock.after(delayMs, () => {
      this.#retryTimer = undefined;
      this.#pump();
    });
  }

  /**
   * The server waits for a lower number: those between were lost with it, and tombstones take their place. It waits for
   * a higher one: everything queued is numbered on from there.
   */
  #recount(entry: OutboxEntry, expected: number): void {
    if (expected < entry.clientSeq) {
      const missing = Array.from({ length: Math.min(entry.clientSeq - expected, 500) }, (_, at) =>
        this.#tombstone(expected + at),
      );
      this.entries = [...missing, ...this.entries];
      return;
    }
    let next = expected;
    this.entries = this.entries.map((one) => {
      if (one.status !== 'queued') return one;
      const renumbered = { ...one, clientSeq: next++ };
      void this.#options.store().put(renumbered);
      return renumbered;
    });
    void this.#options.store().raise(this.#options.engagementId, next);
  }

  async #reject(entry: OutboxEntry, error: ChatClientError, retryable: boolean): Promise<void> {
    this.#attempt = 0;
    if (entry.content.type === 'tombstone') return this.#drop(entry.clientMessageId); // its number is taken anyway
    const refusal = { code: asEventCode(error), detail: error.message, retryable };
    const kept = this.#replace({ ...entry, status: 'failed', refusal });
    if (error.code !== 'engagement-ended') this.entries = [this.#tombstone(entry.clientSeq), ...this.entries];
    await kept; // or the page after this one would send by itself what somebody was told has failed
    this.#tell({ type: 'MESSAGE_REJECTED', ...refusal }, entry);
  }

  #tombstone(clientSeq: number): OutboxEntry {
    const { clock, random, engagementId, store } = this.#options;
    const clientMessageId = asId<ClientMessageId>(uuidV7(clock.now(), random));
    const entry: OutboxEntry = {
      clientMessageId,
      engagementId,
      clientSeq,
      content: { type: 'tombstone' },
      status: 'queued',
    };
    void store().put(entry);
    return entry;
  }

  /** Resolves when the store has it too. */
  #replace(entry: OutboxEntry): Promise<void> {
    this.entries = this.entries.map((one) => (one.clientMessageId === entry.clientMessageId ? entry : one));
    return this.#options.store().put(entry);
  }

  #drop(id: ClientMessageId): void {
    this.entries = this.entries.filter((one) => one.clientMessageId !== id);
    void this.#options.store().remove(id);
  }

  /** Tombstones are nobody's business. */
  #tell(event: Told, entry: OutboxEntry): void {
    const { engagementId, clientMessageId, content } = entry;
    if (content.type !== 'tombstone') this.#options.emit({ ...event, engagementId, clientMessageId });
  }
}

type OwnEvent = Extract<
  ChatEvent,
  {
    type:
      | 'MESSAGE_QUEUED'
      | 'MESSAGE_SENDING'
      | 'MESSAGE_WAITING'
      | 'MESSAGE_SENT'
      | 'MESSAGE_REJECTED'
      | 'MESSAGE_REMOVED';
  }
>;
type Without<T> = T extends unknown ? Omit<T, 'engagementId' | 'clientMessageId'> : never;
type Told = Without<OwnEvent>;

function progressOf({ content }: OutboxEntry): { progress?: number } {
  return content.type === 'files' ? { progress: content.uploaded.length / content.files.length } : {};
}
