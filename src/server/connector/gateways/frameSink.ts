import type { ServerFrame } from '../../../protocol/index.ts';

/** Where a gateway's frames go. */
export interface FrameSink {
  send(frame: ServerFrame): void;
  /** What was handed over but has not left this process. */
  unsent(): { readonly bytes: number; readonly entries: number };
  /** Called once, last. */
  close(why: StreamEnd): void;
}

/** `resume`: come back from the cursor, at once or as told. `denied`: a frame said why. `gone`: nobody is there. */
export type StreamEnd = 'resume' | 'denied' | 'gone';

/** Guarantees, rule 16: such a reader is cut and resumes. */
export function isTooSlow(sink: FrameSink): boolean {
  const { bytes, entries } = sink.unsent();
  return bytes > MAX_UNSENT_BYTES || entries > MAX_UNSENT_ENTRIES;
}

/** Enough is on its way: a replay waits, lossy news is dropped. */
export function isBusy(sink: FrameSink): boolean {
  const { bytes, entries } = sink.unsent();
  return bytes > BUSY_BYTES || entries >= BUSY_ENTRIES;
}

const MAX_UNSENT_BYTES = 1024 * 1024;
const MAX_UNSENT_ENTRIES = 256;
const BUSY_BYTES = 256 * 1024;
const BUSY_ENTRIES = 64;
