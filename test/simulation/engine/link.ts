import type { Random } from '../../../src/lib/index.ts';
import type { Process } from './process.ts';
import type { Schedule } from './schedule.ts';

/** How bad a road is; chances are 0 to 1. */
export interface Weather {
  readonly delayMs: number;
  readonly jitterMs: number;
  /** A request or its answer is lost without a word. */
  readonly loss: number;
  /** A connection cannot be made. */
  readonly refusal: number;
  /** An answer is cut off: the request was done, the asker hears of a broken line. */
  readonly cut: number;
  /** A request reaches the server twice. */
  readonly double: number;
  /** A frame of a stream is lost, comes twice, or changes places with the next. */
  readonly frame: number;
}

/** Good weather: what holds when faults have stopped. */
export const FAIR: Weather = { delayMs: 20, jitterMs: 20, loss: 0, refusal: 0, cut: 0, double: 0, frame: 0 };

/** One connection on a road. */
export interface Connection {
  /** Nothing passes any more, and neither end is told. */
  isDead: boolean;
  /** Both ends hear that the line broke. */
  cut(): void;
}

/** The road between two places: what is sent in one direction of a connection arrives in order. */
export class Link {
  weather: Weather = FAIR;
  /** Nothing passes; what is sent meanwhile arrives when the road is open again. */
  isStalled = false;
  readonly connections = new Set<Connection>();
  private held: (() => void)[] = [];
  private readonly schedule: Schedule;
  private readonly random: Random;

  constructor(schedule: Schedule, random: Random) {
    this.schedule = schedule;
    this.random = random;
  }

  happens(chance: number): boolean {
    return chance > 0 && this.random.next() < chance;
  }

  delayMs(): number {
    return this.weather.delayMs + this.random.next() * this.weather.jitterMs;
  }

  /** One direction of a connection. */
  pipe(connection: Connection, to: Process): Pipe {
    let lastAtMs = 0;
    let waiting = 0;
    const send = (label: string, run: () => void, bytes: number): void => {
      if (connection.isDead) return;
      if (this.isStalled) {
        waiting += bytes;
        this.held.push(() => {
          waiting -= bytes;
          send(label, run, bytes);
        });
        return;
      }
      lastAtMs = Math.max(lastAtMs, this.schedule.nowMs + this.delayMs());
      this.schedule.plan(lastAtMs - this.schedule.nowMs, to, label, () => {
        if (!connection.isDead) run();
      });
    };
    return {
      send: (label, run, bytes = 0) => send(label, run, bytes),
      get waitingBytes() {
        return waiting;
      },
    };
  }

  stall(): void {
    this.isStalled = true;
  }

  open(): void {
    this.isStalled = false;
    for (const send of this.held.splice(0)) send();
  }

  /** Every connection breaks, audibly. */
  cutAll(): void {
    for (const one of [...this.connections]) one.cut();
  }

  /** Every connection dies without a word: what a lost address translation does. */
  halfOpen(): void {
    for (const one of this.connections) one.isDead = true;
    this.connections.clear();
  }
}

/** One direction of a connection. */
export interface Pipe {
  send(label: string, run: () => void, bytes?: number): void;
  /** What the road has not taken yet. */
  readonly waitingBytes: number;
}
