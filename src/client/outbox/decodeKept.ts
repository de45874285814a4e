import { decode } from '../../lib/index.ts';
import type { SenderId } from '../../protocol/index.ts';
import type { OutboxEntry } from './outboxStore.ts';

/** What is kept beside the entries of a scope. */
export interface KeptMeta {
  readonly senderId: SenderId;
  readonly fence: number;
  /** Place of the next entry in the order of composing. */
  readonly order: number;
  /** By engagement: the next number. */
  readonly next: Readonly<Record<string, number>>;
}

/** An entry and its place. */
export interface KeptEntry {
  readonly order: number;
  readonly entry: OutboxEntry;
}

/** Reads the record beside the entries; undefined for anything else. Never throws. */
export function decodeKeptMeta(input: unknown): KeptMeta | undefined {
  return isOf(input, { senderId: 'string', fence: 'number', order: 'number', next: 'object' })
    ? (input as unknown as KeptMeta)
    : undefined;
}

/** Reads an entry as far as the client relies on it: what its body says is judged by the server. Never throws. */
export function decodeKeptEntry(input: unknown): KeptEntry | undefined {
  if (!isOf(input, { order: 'number', entry: 'object' })) return undefined;
  const { entry } = input;
  if (!isOf(entry, { clientMessageId: 'string', engagementId: 'string', clientSeq: 'number' }))
    return undefined;
  const { content, status } = entry;
  if (!decode.isRecord(content) || (status !== 'queued' && status !== 'failed')) return undefined;
  const { type, body, files, uploaded } = content;
  const isWhole =
    type === 'tombstone' ||
    (type === 'body' && isOf(body, { type: 'string' })) ||
    (type === 'files' && Array.isArray(files) && Array.isArray(uploaded));
  if (!isWhole) return undefined;
  const { order, entry: kept } = input as unknown as KeptEntry;
  const { refusal, ...rest } = kept;
  const isRefusal = isOf(refusal, { code: 'string', detail: 'string', retryable: 'boolean' });
  return { order, entry: isRefusal ? kept : rest };
}

/** Whether it is a record whose fields are of these kinds. */
function isOf(input: unknown, kinds: Readonly<Record<string, string>>): input is Record<string, unknown> {
  return (
    decode.isRecord(input) &&
    Object.entries(kinds).every(([name, kind]) => input[name] !== null && typeof input[name] === kind)
  );
}
