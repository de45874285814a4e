import { decode, uuidV4 } from '../../lib/index.ts';
import { asId, type ClientMessageId, type EngagementId, type SenderId } from '../../protocol/index.ts';
import { ChatClientError } from '../errors.ts';
import type { KeptRecords } from '../ports/keptRecords.ts';
import { within } from '../retries.ts';
import {
  createMemoryOutbox,
  type OpenOutboxOptions,
  type OutboxEntry,
  type OutboxStore,
} from './outboxStore.ts';
import { decodeKeptEntry, decodeKeptMeta, type KeptMeta } from './decodeKept.ts';

/** Files of one message up to here are kept on the disk, larger ones in memory only (guarantees, rule 13). */
export const MAX_KEPT_FILE_BYTES = 20 * 1024 * 1024;
/** A store that does not open within so long counts as missing. */
const OPEN_WITHIN_MS = 2000;

/** Opens the outbox of a scope. Where nothing can be kept it is one in memory; never rejects. */
export async function openOutbox(options: OpenOutboxOptions): Promise<OutboxStore> {
  const { openRecords, scope, clock, random } = options;
  const memory = createMemoryOutbox(random);
  if (!openRecords) return memory;
  const metaKey = `${scope}|outbox`;
  let records: KeptRecords | undefined;
  try {
    records = await within(clock, OPEN_WITHIN_MS, openRecords);
    const meta = await records.change([metaKey], ([found]) => {
      const known = decodeKeptMeta(found);
      const fresh: KeptMeta = { senderId: asId<SenderId>(uuidV4(random)), fence: 0, order: 0, next: {} };
      const answer = { ...(known ?? fresh), fence: (known?.fence ?? 0) + 1 };
      return { writes: { [metaKey]: answer }, answer };
    });
    const kept = await records.list(`${metaKey}|`);
    return new KeptOutbox(options, records, meta, kept);
  } catch {
    records?.close();
    return memory;
  }
}

/** What is kept stands in memory as well: a store that fails later costs the durability and nothing else. */
class KeptOutbox implements OutboxStore {
  senderId: SenderId;
  readonly fence: number;
  #isBroken = false;
  #wasDurable = true;
  #next: Record<string, number>;
  readonly #entries = new Map<ClientMessageId, OutboxEntry>();
  readonly #options: OpenOutboxOptions;
  readonly #records: KeptRecords;

  constructor(options: OpenOutboxOptions, records: KeptRecords, meta: KeptMeta, kept: readonly unknown[]) {
    this.#options = options;
    this.#records = records;
    this.senderId = meta.senderId;
    this.fence = meta.fence;
    this.#next = { ...meta.next };
    const rows = kept.flatMap((row) => decodeKeptEntry(row) ?? []).sort((a, b) => a.order - b.order);
    for (const { entry } of rows) this.#entries.set(entry.clientMessageId, entry);
  }

  get durable(): boolean {
    return !this.#isBroken && ![...this.#entries.values()].some(isLarge);
  }

  readAll(): readonly OutboxEntry[] {
    return [...this.#entries.values()];
  }

  async add(entry: Omit<OutboxEntry, 'clientSeq'>): Promise<OutboxEntry> {
    const { engagementId, clientMessageId } = entry;
    const numbered = await this.#transact([], (meta) => {
      const clientSeq = meta.next[engagementId] ?? 1;
      const answer = { ...entry, clientSeq };
      const next = { ...meta.next, [engagementId]: clientSeq + 1 };
      return {
        meta: { ...meta, next, order: meta.order + 1 },
        writes: { [this.#keyOf(clientMessageId)]: rowOf(answer, meta.order) },
        answer,
      };
    });
    const kept = numbered ?? { ...entry, clientSeq: this.#next[engagementId] ?? 1 };
    this.#next = { ...this.#next, [engagementId]: kept.clientSeq + 1 };
    this.#entries.delete(clientMessageId); // a second try stands behind the others
    this.#entries.set(clientMessageId, kept);
    this.#tellDurable();
    return kept;
  }

  async put(entry: OutboxEntry): Promise<void> {
    const key = this.#keyOf(entry.clientMessageId);
    this.#entries.set(entry.clientMessageId, entry);
    await this.#quietly([key], (meta, old) => {
      const order = decode.isRecord(old) && typeof old['order'] === 'number' ? old['order'] : undefined;
      return {
        meta: { ...meta, order: meta.order + (order === undefined ? 1 : 0) },
        writes: { [key]: rowOf(entry, order ?? meta.order) },
      };
    });
  }

  async remove(clientMessageId: ClientMessageId): Promise<void> {
    this.#entries.delete(clientMessageId);
    this.#tellDurable();
    await this.#quietly([], () => ({ writes: { [this.#keyOf(clientMessageId)]: undefined } }));
  }

  async raise(engagementId: EngagementId, nextSeq: number): Promise<void> {
    const raised = (next: KeptMeta['next']): Record<string, number> => ({
      ...next,
      [engagementId]: Math.max(next[engagementId] ?? 1, nextSeq),
    });
    this.#next = raised(this.#next);
    await this.#quietly([], (meta) => ({ meta: { ...meta, next: raised(meta.next) }, writes: {} }));
  }

  async check(): Promise<void> {
    await this.#transact([], () => ({ writes: {}, answer: undefined }));
  }

  close(): void {
    this.#records.close();
  }

  #keyOf(id: ClientMessageId): string {
    return `${this.#options.scope}|outbox|${id}`;
  }

  #quietly(keys: readonly string[], decide: (meta: KeptMeta, old: unknown) => Write): Promise<void> {
    const work = this.#transact(keys, (meta, old) => ({ ...decide(meta, old), answer: undefined }));
    return work.catch(() => undefined);
  }

  /** Undefined where the store has failed. Rejects behind the fence only. */
  async #transact<T>(
    keys: readonly string[],
    decide: (meta: KeptMeta, old: unknown) => Write & { readonly answer: T },
  ): Promise<T | undefined> {
    if (this.#isBroken) return undefined;
    const metaKey = `${this.#options.scope}|outbox`;
    try {
      return await this.#records.change([metaKey, ...keys], ([found, old]) => {
        const known = decodeKeptMeta(found);
        if (!known) throw new Error(metaKey); // the browser has erased it
        if (known.fence !== this.fence) throw FENCED;
        const { meta, writes, answer } = decide(known, old);
        return { writes: meta ? { ...writes, [metaKey]: meta } : writes, answer };
      });
    } catch (fault) {
      const { onFenced, random } = this.#options;
      if (fault === FENCED) {
        if (onFenced) {
          onFenced();
          throw fault;
        }
        this.senderId = asId<SenderId>(uuidV4(random));
        this.#next = {};
      }
      this.#isBroken = true;
      this.#tellDurable();
      return undefined;
    }
  }

  #tellDurable(): void {
    const { durable } = this;
    if (durable === this.#wasDurable) return;
    this.#wasDurable = durable;
    this.#options.onDurable(durable);
  }
}

interface Write {
  readonly meta?: KeptMeta;
  readonly writes: Readonly<Record<string, unknown>>;
}

const FENCED = new ChatClientError('disposed', 'Another tab leads');

/** The row of an entry; undefined for one that is too large to be kept. */
function rowOf(entry: OutboxEntry, order: number): unknown {
  return isLarge(entry) ? undefined : { order, entry };
}

function isLarge({ content }: OutboxEntry): boolean {
  return content.type === 'files' && content.files.some((file) => file.size > MAX_KEPT_FILE_BYTES);
}
