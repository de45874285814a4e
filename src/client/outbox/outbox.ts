import { type Clock, pause, uuidV7 } from '../../lib/index.ts';
import type { ChatEvent } from '../../model/index.ts';
import {
  asId,
  type ClientMessageId,
  type EngagementId,
  type LogEntry,
  type MessageBody,
  type MessageId,
  type OutgoingBody,
} from '../../protocol/index.ts';
import type { Draft } from '../chatClient.ts';
import { ChatClientError } from '../errors.ts';
import type { OutRoad } from '../lineParts.ts';
import { contentOf, shownOf } from './content.ts';
import { createLane, type Lane, type LaneOptions } from './lane.ts';
import { createMemoryOutbox, type OutboxContent, type OutboxEntry, type OutboxStore } from './outboxStore.ts';

/** Messages that may wait, and bytes of files and text in them; one alone may always (guarantees 2.3, rule 13). */
export const MAX_UNSENT = { messages: 500, bytes: 50 * 1024 * 1024 } as const;

/** The Out road: keeps what a person wrote until the connector has it, or somebody gives it up. */
export interface Outbox extends OutRoad {
  /** From now on messages are kept here. What is in memory of another scope is forgotten. */
  open(store: OutboxStore): void;
  /** Lets go of the store; what is in it stays. */
  close(): void;
  /** Takes up what earlier pages left in the engagements that are known. Nothing twice. */
  restore(isKnown: (engagementId: EngagementId) => boolean): void;
  has(id: ClientMessageId): boolean;
  /**
   * Keeps a checked draft, tells MESSAGE_QUEUED and sends it when its turn comes. Rejects with `outbox-full`.
   * @param id made at compose; default a new one.
   */
  queue(engagementId: EngagementId, draft: Draft, id?: ClientMessageId): Promise<ClientMessageId>;
  /** Sends what stands in the log already once more, as a new message. */
  queueCopy(engagementId: EngagementId, body: OutgoingBody, shown: MessageBody): Promise<ClientMessageId>;
  /**
   * Keeps once more what was handed back and is here no more, under its own id: whether an earlier try got through
   * nobody knows, and the connector takes an id only once.
   */
  queueAgain(engagementId: EngagementId, again: HandedBack): Promise<void>;
  /** Sends a rejected message again, under its own id. False where it is not here. */
  retry(engagementId: EngagementId, id: ClientMessageId): Promise<boolean>;
  remove(engagementId: EngagementId, id: ClientMessageId): boolean;
}

/** A message that was handed back as failed, as the list still shows it. */
export interface HandedBack {
  readonly clientMessageId: ClientMessageId;
  readonly body: OutgoingBody;
  readonly parentMessageId: MessageId | undefined;
}

/** What an outbox needs; see `LaneOptions`. */
export interface OutboxOptions extends Omit<LaneOptions, 'engagementId' | 'emit' | 'store'> {
  readonly emit: (event: Parameters<LaneOptions['emit']>[0]) => void;
  /** The server's clock in milliseconds, as far as it is known: for the time on a pending bubble. */
  readonly serverNow: () => number;
  readonly clock: Clock;
}

/** Makes the outbox of one client. */
export function createOutbox(options: OutboxOptions): Outbox {
  return new Keeping(options);
}

class Keeping implements Outbox {
  readonly #lanes = new Map<EngagementId, Lane>();
  #store: OutboxStore;
  readonly #options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#store = createMemoryOutbox(options.random);
  }

  get durable(): boolean {
    return this.#store.durable;
  }

  open(store: OutboxStore): void {
    this.close();
    this.#store = store;
    this.#lanes.clear();
  }

  close(): void {
    this.pause();
    this.#store.close();
  }

  restore(isKnown: (engagementId: EngagementId) => boolean): void {
    for (const entry of this.#store.readAll())
      if (isKnown(entry.engagementId))
        this.#laneOf(entry.engagementId).restore(entry, {
          type: 'MESSAGE_QUEUED',
          ...shownOf(entry.content),
          parentMessageId: entry.parentMessageId,
          atMs: timeOf(entry.clientMessageId),
        });
  }

  has(id: ClientMessageId): boolean {
    return this.#store.readAll().some((entry) => entry.clientMessageId === id);
  }

  get isUnsettled(): boolean {
    return this.#all().some((entry) => entry.status === 'queued');
  }

  queue(engagementId: EngagementId, draft: Draft, id?: ClientMessageId): Promise<ClientMessageId> {
    const content = contentOf(draft);
    const { parentMessageId } = draft;
    const shown = { ...shownOf(content), parentMessageId };
    return this.#tellQueued(engagementId, content, shown, id);
  }

  queueCopy(engagementId: EngagementId, body: OutgoingBody, shown: MessageBody): Promise<ClientMessageId> {
    return this.#tellQueued(engagementId, { type: 'body', body }, { body: shown });
  }

  async queueAgain(engagementId: EngagementId, again: HandedBack): Promise<void> {
    const { clientMessageId, body, parentMessageId } = again;
    const entry = await this.#keep({
      clientMessageId,
      engagementId,
      content: { type: 'body', body },
      parentMessageId,
    });
    this.#options.emit({ type: 'MESSAGE_WAITING', engagementId, clientMessageId });
    this.#laneOf(engagementId).push(entry);
  }

  async retry(engagementId: EngagementId, id: ClientMessageId): Promise<boolean> {
    const lane = this.#laneOf(engagementId);
    const entry = lane.entries.find((one) => one.clientMessageId === id);
    if (!entry) return false;
    if (entry.status === 'failed') {
      const { clientSeq: _consumed, refusal: _told, ...rest } = entry;
      const again = await this.#store.add({ ...rest, status: 'queued' });
      this.#options.emit({ type: 'MESSAGE_WAITING', engagementId, clientMessageId: id });
      lane.push(again);
    }
    lane.wake();
    return true;
  }

  remove(engagementId: EngagementId, id: ClientMessageId): boolean {
    return this.#laneOf(engagementId).remove(id);
  }

  takeEntry(entry: LogEntry): void {
    if (entry.type !== 'MESSAGE_ACCEPTED' || !entry.message.clientMessageId) return;
    this.#lanes.get(entry.engagementId)?.settle(entry.message.clientMessageId);
  }

  wake(): void {
    for (const lane of this.#lanes.values()) lane.wake();
  }

  pause(): void {
    for (const lane of this.#lanes.values()) lane.pause();
  }

  async flush(waitMs: number, keepsRest: boolean): Promise<void> {
    const { clock } = this.#options;
    const STEP_MS = 100;
    for (let waitedMs = 0; this.isUnsettled && waitedMs < waitMs; waitedMs += STEP_MS)
      await pause(clock, STEP_MS);
    if (keepsRest) return;
    for (const lane of this.#lanes.values())
      lane.giveUp('session-gone', 'The chat was ended before this could be sent');
  }

  async #tellQueued(
    engagementId: EngagementId,
    content: OutboxContent,
    shown: Pick<QueuedEvent, 'body' | 'localFiles' | 'parentMessageId'>,
    id?: ClientMessageId,
  ): Promise<ClientMessageId> {
    const { clock, random, emit, serverNow } = this.#options;
    const clientMessageId = id ?? asId<ClientMessageId>(uuidV7(clock.now(), random));
    const { parentMessageId } = shown;
    const entry = await this.#keep({
      clientMessageId,
      engagementId,
      content,
      parentMessageId,
    });
    emit({ type: 'MESSAGE_QUEUED', engagementId, clientMessageId, ...shown, atMs: serverNow() });
    this.#laneOf(engagementId).push(entry);
    return clientMessageId;
  }

  async #keep(entry: Omit<OutboxEntry, 'clientSeq' | 'status'>): Promise<OutboxEntry> {
    const { content } = entry;
    const kept = this.#store.readAll();
    const bytes = kept.reduce((total, entry) => total + bytesOf(entry.content), 0);
    if (
      kept.length >= MAX_UNSENT.messages ||
      (kept.length > 0 && bytes + bytesOf(content) > MAX_UNSENT.bytes)
    )
      throw new ChatClientError('outbox-full', 'Too much is waiting to be sent');
    return this.#store.add({ ...entry, status: 'queued' });
  }

  #all(): readonly OutboxEntry[] {
    return [...this.#lanes.values()].flatMap((lane) => lane.entries);
  }

  #laneOf(engagementId: EngagementId): Lane {
    const known = this.#lanes.get(engagementId);
    if (known) return known;
    const lane = createLane({ ...this.#options, engagementId, store: () => this.#store });
    this.#lanes.set(engagementId, lane);
    return lane;
  }
}

type QueuedEvent = Extract<ChatEvent, { type: 'MESSAGE_QUEUED' }>;

/** When a message was composed, which its id tells (UUID version 7). */
function timeOf(id: ClientMessageId): number {
  return parseInt(id.replace('-', '').slice(0, 12), 16) || 0;
}

function bytesOf(content: OutboxContent): number {
  if (content.type === 'tombstone') return 0;
  if (content.type === 'body') return JSON.stringify(content.body).length;
  return content.files.reduce((total, file) => total + file.size, content.text.length);
}
