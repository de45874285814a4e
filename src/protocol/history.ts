import { list, number, object, optional, type Decoder } from '../lib/decode.ts';
import { decodeHead, type Head } from './engagement.ts';
import { decodeLogEntry, type LogEntry } from './event.ts';

/**
 * A page of what a reader sees: entries other than receipts, ascending, each message with the delivery state of this
 * moment. `olderBeforeSeq` is what to ask `before` with for the next older page; absent at the beginning.
 */
export interface HistoryPage {
  readonly head: Head;
  readonly entries: readonly LogEntry[];
  readonly olderBeforeSeq?: number;
}

/** A dense range of a log, ascending, at most 256 entries: how a gap is mended. */
export interface EntryRange {
  readonly head: Head;
  readonly entries: readonly LogEntry[];
}

export const decodeHistoryPage: Decoder<HistoryPage> = object({
  head: decodeHead,
  entries: list(decodeLogEntry),
  olderBeforeSeq: optional(number({ min: 1, whole: true })),
});

export const decodeEntryRange: Decoder<EntryRange> = object({
  head: decodeHead,
  entries: list(decodeLogEntry),
});
