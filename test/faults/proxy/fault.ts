import type { Random } from '../../../src/lib/index.ts';
import type { Target, Unit } from './units.ts';

/** Does what it wants with a unit; nothing is handed on by itself. */
export type Fault = (touch: Touch) => void | Promise<void>;

/** One unit in the hands of a fault. Units of one direction of a connection come one after the other. */
export interface Touch {
  readonly unit: Unit;
  readonly direction: 'up' | 'down';
  readonly target: Target;
  /** 0 for the first unit that this fault was handed, then 1 … */
  readonly count: number;
  readonly random: Random;
  /** What this fault keeps for this direction of this connection. */
  readonly memory: Map<string, Unit>;
  /** Hands on this unit, or another in its place. */
  pass(unit?: Unit): void;
  /** Hands on bytes as they are. */
  write(bytes: Buffer): void;
  /** Answers the client in the server's place. */
  reply(status: string, headers: Readonly<Record<string, string>>, body: string): void;
  /** `reset`: RST both ways; `fin`: FIN; the server's end goes with it. */
  close(how: 'reset' | 'fin'): void;
  /** The server's end is gone, the client's stays and hears nothing more. */
  freeze(): void;
  /** The server gets this request twice; the client gets the second answer only. */
  double(): void;
  /** Resolves after so long of the compressed clock, or when the fault is lifted. */
  wait(ms: number): Promise<void>;
  /** Runs when the fault is lifted. */
  onLift(task: () => void): void;
}
