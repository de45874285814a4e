import type { Clock, Timer } from '../../lib/index.ts';

/** The desk's bell: two soft notes, again every few seconds, until it is answered. */
export interface Ringer {
  /** Begins; the answer ends it. */
  ring(): () => void;
}

/** Pause between two rings, milliseconds. */
const AGAIN_MS = 3_000;
/** The two notes: start and length in seconds, frequency in Hz (E5, B5). */
const NOTES = [
  { at: 0, length: 0.35, hertz: 659.25 },
  { at: 0.18, length: 0.5, hertz: 987.77 },
] as const;

/** @param open makes the audio context; default the platform's. Silent where there is none or the browser forbids it. */
export function createRinger(clock: Clock, open: () => AudioContext = () => new AudioContext()): Ringer {
  let context: AudioContext | undefined;
  const once = (): void => {
    try {
      context ??= open();
      void context.resume();
      for (const note of NOTES) play(context, note);
    } catch {
      // No sound on this machine: the alert is still seen and announced.
    }
  };
  return {
    ring() {
      let timer: Timer;
      const again = (): void => {
        once();
        timer = clock.after(AGAIN_MS, again);
      };
      again();
      return () => clock.clear(timer);
    },
  };
}

function play(context: AudioContext, { at, length, hertz }: (typeof NOTES)[number]): void {
  const start = context.currentTime + at;
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + length);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + length);
}
