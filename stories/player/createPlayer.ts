import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { systemClock } from '../../src/lib/index.ts';
import type { Clock, Timer } from '../../src/lib/index.ts';
import type { Take, Tape } from './tape.ts';

/** The speeds on offer. */
export const SPEEDS = [0.5, 1, 2, 4, 8] as const;
/** How often a playing tape moves on, milliseconds. */
const TICK_MS = 50;
/** A page that stood still does not leap when it wakes. */
const LONGEST_TICK_MS = 250;

/** Opens a tape and plays it on demand: paused at its beginning at first. `stop` it at the end. */
export function createPlayer(tape: Tape, options: PlayerOptions = {}): Player {
  const { clock = systemClock, onTake } = options;
  const store = createStore<PlayerState>(() => ({ status: 'seeking', atMs: 0, speed: 1, key: 0 }));
  const set = store.setState;
  let wantedMs: number | undefined = 0;
  /** Where it will be when it has come to rest. */
  let headedMs = 0;
  let isWorking = false;
  let isGone = false;
  let playsAfter = false;
  let tick: Timer | undefined;
  let lastMs = 0;

  const settle = (): void => {
    const { atMs } = store.getState();
    const isOver = atMs >= tape.lengthMs;
    const next = isOver ? 'ended' : playsAfter ? 'playing' : 'paused';
    set({ status: next });
    if (next === 'playing') wait();
    else playsAfter = false;
  };
  const go = async (toMs: number): Promise<void> => {
    const { take: old, atMs, key, fault } = store.getState();
    if (old && fault === undefined && toMs >= atMs) {
      await old.moveTo(toMs);
      set({ atMs: toMs });
      return;
    }
    // The old take is shown until the new one has come to the same place.
    const take = await tape.open();
    await take.moveTo(toMs);
    if (isGone) await take.stop();
    else {
      onTake?.(take);
      set({ take, atMs: toMs, key: key + 1, fault: undefined });
      await old?.stop();
    }
  };
  /** One at a time, and of several places that were asked for meanwhile only the last. */
  const work = async (): Promise<void> => {
    if (isWorking) return;
    isWorking = true;
    try {
      while (wantedMs !== undefined && !isGone) {
        const toMs = wantedMs;
        wantedMs = undefined;
        await go(toMs);
      }
      if (!isGone) settle();
    } catch (error) {
      if (!isGone) set({ status: 'failed', fault: error instanceof Error ? error.message : String(error) });
    } finally {
      isWorking = false;
    }
  };
  const wait = (): void => {
    clock.clear(tick);
    tick = clock.after(TICK_MS, () => {
      const nowMs = clock.monotonic();
      const passedMs = Math.min(nowMs - lastMs, LONGEST_TICK_MS) * store.getState().speed;
      lastMs = nowMs;
      if (store.getState().status !== 'playing' || isWorking) return;
      headedMs = Math.min(tape.lengthMs, Math.round(store.getState().atMs + passedMs));
      wantedMs = headedMs;
      void work();
    });
  };
  const seek = (toMs: number): void => {
    headedMs = Math.max(0, Math.min(tape.lengthMs, Math.round(toMs)));
    wantedMs = headedMs;
    clock.clear(tick);
    set({ status: 'seeking' });
    void work();
  };
  const pause = (): void => {
    playsAfter = false;
    clock.clear(tick);
    if (store.getState().status === 'playing' && !isWorking) set({ status: 'paused' });
  };
  void work();

  return {
    tape,
    store,
    seek,
    pause,
    play() {
      const { status } = store.getState();
      if (status === 'failed') return;
      playsAfter = true;
      lastMs = clock.monotonic();
      if (status === 'ended') seek(0);
      else if (!isWorking) settle();
    },
    step(by) {
      pause();
      seek(placeOf(tape, headedMs, by));
    },
    setSpeed: (speed) => set({ speed }),
    stop() {
      isGone = true;
      clock.clear(tick);
      return store.getState().take?.stop();
    },
  };
}

/** Everything has a default. */
export interface PlayerOptions {
  /** By which the tape is moved on; default the platform's. */
  readonly clock?: Clock;
  /** Told of each take before it is shown. */
  readonly onTake?: (take: Take) => void;
}

/** See `createPlayer`. */
export interface Player {
  readonly tape: Tape;
  readonly store: StoreApi<PlayerState>;
  readonly play: () => void;
  readonly pause: () => void;
  /** Milliseconds after the beginning; goes there at once, back by beginning anew. Goes on playing where it played. */
  readonly seek: (toMs: number) => void;
  /** To the end of the step that is played, or to the beginning of the step before; pauses there. */
  readonly step: (by: 1 | -1) => void;
  readonly setSpeed: (speed: number) => void;
  readonly stop: () => unknown;
}

/** What a player shows. */
export interface PlayerState {
  readonly status: 'seeking' | 'paused' | 'playing' | 'ended' | 'failed';
  readonly atMs: number;
  /** Seconds of the tape per second. */
  readonly speed: number;
  /** Absent until the tape is open. */
  readonly take?: Take | undefined;
  /** Another one for each take: a React key. */
  readonly key: number;
  /** What went wrong, in words. */
  readonly fault?: string | undefined;
}

/** The step that is played at a moment: the last one that has begun. */
export function stepAt({ steps }: Tape, atMs: number): number {
  return steps.findLastIndex((step) => step.atMs <= atMs);
}

function placeOf(tape: Tape, atMs: number, by: 1 | -1): number {
  const { steps, lengthMs } = tape;
  const now = stepAt(tape, atMs);
  if (by === 1) return steps[now + 1]?.atMs ?? lengthMs;
  const begunMs = steps[now]?.atMs ?? 0;
  return atMs > begunMs ? begunMs : (steps[now - 1]?.atMs ?? 0);
}
