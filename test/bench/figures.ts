import type { MediaShape } from './benchMedia.ts';

/** How long until the newest message was on screen, milliseconds of wall time; undefined: it never came. */
export type MountFigures = { readonly paintedMs: number | undefined };

/** The end of the list was in view after the last message. */
export type AppendFigures = { readonly count: number; readonly follows: boolean };

/** Tasks over 50 ms by the browser's count, their time over that, and frames of 60 a second that were not drawn. */
export type BurstFigures = AppendFigures & {
  readonly longestTaskMs: number;
  readonly blockingMs: number;
  readonly droppedFrames: number;
};

/** Frames that were scrolled, and how many of them showed no message at all. */
export type FlingFigures = { readonly frames: number; readonly blank: number };

/** How far a message in view moved, CSS px: in the end, and at most on the way. */
export type MoveFigures = { readonly finalPx: number; readonly largestPx: number };

/** How far what is read moved as pictures came late. */
export type MediaFigures = Readonly<Record<'inside' | 'atTop' | 'above' | 'atEnd', MoveFigures>>;

/** The bench's verbs in the page, as `globalThis.bench`. */
export interface BenchPage {
  /** Makes the messages that `mount` will show: outside of what is measured. */
  prepare(count: number): void;
  /** What was prepared comes, as from a server: into the state of whoever keeps one. */
  receive(): Promise<void>;
  mount(): Promise<MountFigures>;
  append(count: number): Promise<AppendFigures>;
  burst(count: number, durationMs: number): Promise<BurstFigures>;
  /** @param looks whether it is looked what is shown: that costs more than a frame, and the more the more there is to see. */
  fling(count: number, stepPx: number, looks: boolean): Promise<FlingFigures>;
  /** Once 400 px from the top, once at the very top. */
  prepend(count: number): Promise<readonly MoveFigures[]>;
  /** The same with pictures that come late: at both places, below them, and at the end. */
  media(shape: MediaShape, count: number): Promise<MediaFigures>;
  elements(): number;
  /** Puts the focus into the field and listens to its keys. */
  listen(): void;
  /** From each key since `listen` to the frame that shows it, milliseconds. */
  keysMs(): readonly number[];
  /** To the newest message. */
  end(): Promise<void>;
  frames(count: number): Promise<void>;
  /** Until nothing has moved for a while. */
  rest(): Promise<void>;
}
