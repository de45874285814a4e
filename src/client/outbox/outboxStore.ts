import { uuidV4, type Clock, type Random } from '../../lib/index.ts';
import {
  asId,
  type Attachment,
  type ClientMessageId,
  type EngagementId,
  type MessageId,
  type OutgoingBody,
  type ProblemCode,
  type SenderId,
} from '../../protocol/index.ts';
import type { OpenRecords } from '../ports/keptRecords.ts';

/** What an unsent message holds: a body, or files that must go up first. `uploaded` grows as they do. */
export type OutboxContent =
  | { readonly type: 'body'; readonly body: OutgoingBody }
  | {
      readonly type: 'files';
      readonly files: readonly File[];
      readonly text: string;
      readonly uploaded: readonly Attachment[];
    }
  /** Consumes a number and leaves nothing else (architecture, Settled 5). */
  | { readonly type: 'tombstone' };

/** One row of the outbox. */
export interface OutboxEntry {
  readonly clientMessageId: ClientMessageId;
  readonly engagementId: EngagementId;
  /** 1, 2, 3 … per (sender, engagement). */
  readonly clientSeq: number;
  readonly content: OutboxContent;
  readonly parentMessageId?: MessageId | undefined;
  /** `failed` waits for a person; its number was consumed by a tombstone. */
  readonly status: 'queued' | 'failed';
  /** With `failed`: why, as it was told. */
  readonly refusal?: Refusal;
}

/** Why a message failed, in the words of its event. */
export interface Refusal {
  readonly code: ProblemCode | 'unreachable';
  readonly detail: string;
  readonly retryable: boolean;
}

/** Where unsent messages are kept. Every write resolves when it is as safe as this store can make it. */
export interface OutboxStore {
  /** Whether what is kept survives a reload: all of it. */
  readonly durable: boolean;
  /** The sender that these numbers belong to. A store that forgets makes a new one, or the numbers would be used twice. */
  readonly senderId: SenderId;
  /** Raised by every opening; a writer with a lower one is refused (guarantees, rule 12). 0 where nobody else can open it. */
  readonly fence: number;
  /** Everything that is kept, in the order of composing. */
  readAll(): readonly OutboxEntry[];
  /** Gives the next number and keeps the entry, in one transaction. Rejects with `disposed` behind the fence. */
  add(entry: Omit<OutboxEntry, 'clientSeq'>): Promise<OutboxEntry>;
  /** Keeps a changed entry. Never rejects, like the two after it: what a store loses, the server's answers mend. */
  put(entry: OutboxEntry): Promise<void>;
  remove(clientMessageId: ClientMessageId): Promise<void>;
  /** The server waits for this number: the next `add` gives no lower one. */
  raise(engagementId: EngagementId, nextSeq: number): Promise<void>;
  /** Whoever is about to send asks first. Rejects with `disposed` where another has opened it since. */
  check(): Promise<void>;
  close(): void;
}

/** What an outbox is opened with. */
export interface OpenOutboxOptions {
  /** Where messages are kept. Absent: memory. */
  readonly openRecords?: OpenRecords | undefined;
  /** Whose messages: host, integration and customer. */
  readonly scope: string;
  readonly clock: Clock;
  readonly random: Random;
  /** `durable` has changed: the store failed, or a file too large for it came or went. */
  readonly onDurable: (durable: boolean) => void;
  /**
   * Another has opened it: nothing more may be sent from here. Absent where tabs stand alone: then this one goes on in
   * memory, as a sender of its own.
   */
  readonly onFenced?: (() => void) | undefined;
}

/** Opens the outbox of a scope. Never rejects. */
export type OpenOutbox = (options: OpenOutboxOptions) => Promise<OutboxStore>;

/** Opens one in memory, whatever is asked for. */
export const openMemoryOutbox: OpenOutbox = async ({ random }) => createMemoryOutbox(random);

/** An outbox that lives as long as its page. */
export function createMemoryOutbox(random: Random): OutboxStore {
  const entries = new Map<ClientMessageId, OutboxEntry>();
  const next = new Map<EngagementId, number>();
  return {
    durable: false,
    fence: 0,
    senderId: asId<SenderId>(uuidV4(random)),
    readAll: () => [...entries.values()],
    async add(entry) {
      const clientSeq = next.get(entry.engagementId) ?? 1;
      next.set(entry.engagementId, clientSeq + 1);
      const numbered = { ...entry, clientSeq };
      entries.delete(entry.clientMessageId); // a second try stands behind the others
      entries.set(entry.clientMessageId, numbered);
      return numbered;
    },
    async put(entry) {
      entries.set(entry.clientMessageId, entry);
    },
    async remove(clientMessageId) {
      entries.delete(clientMessageId);
    },
    async raise(engagementId, nextSeq) {
      next.set(engagementId, Math.max(next.get(engagementId) ?? 1, nextSeq));
    },
    check: () => Promise.resolve(),
    close: () => undefined,
  };
}
