import { createSeededRandom, type Logger } from '../../src/lib/index.ts';
import { createCompressedClock } from './compressedClock.ts';
import { createFaultCenter } from './faultCenter.ts';
import { FAULTS } from './faults.ts';
import { PHASES, runCell, TRANSPORTS, type Cell, type CellResult } from './runCell.ts';

/** How a run is made. */
export interface MatrixOptions {
  readonly seed: number;
  /** How many times as fast as the wall. */
  readonly speed: number;
  /** Cells at a time, each in a contact centre of its own. */
  readonly lanes: number;
  readonly logger?: Logger;
  readonly onResult?: (result: CellResult) => void;
}

/** All 450 cells, or those whose `transport/phase/fault` begins with, or is, one of `only`; each has its own seed. */
export function cellsOf(seed: number, only: readonly string[] = [], plans = FAULTS): readonly Cell[] {
  const cells = TRANSPORTS.flatMap((transport) =>
    PHASES.flatMap((phase) => plans.map((plan) => ({ transport, phase, plan }))),
  ).map((cell, at): Cell => ({ ...cell, seed: seed * 1000 + at }));
  if (only.length === 0) return cells;
  return cells.filter((cell) => only.some((wanted) => matches(wanted.split('/'), nameOf(cell).split('/'))));
}

/** `websocket/live/drop`. */
export function nameOf({ transport, phase, plan }: Cell): string {
  return `${transport}/${phase}/${plan.name}`;
}

/** Runs the cells, several at a time, and answers in their order. */
export async function runMatrix(
  cells: readonly Cell[],
  options: MatrixOptions,
): Promise<readonly CellResult[]> {
  const results = new Map<Cell, CellResult>();
  const waiting = [...cells];
  const lane = async (number: number): Promise<void> => {
    const clock = createCompressedClock(options.speed);
    const center = await createFaultCenter(clock, createSeededRandom(options.seed + number));
    for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
      const result = await runCell(cell, center, clock, options.logger);
      results.set(cell, result);
      options.onResult?.(result);
    }
    await center.stop();
    clock.stop();
  };
  const lanes = Math.min(options.lanes, cells.length);
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return cells.flatMap((cell) => results.get(cell) ?? []);
}

function matches(wanted: readonly string[], is: readonly string[]): boolean {
  return wanted.every((part, at) => part === '*' || part === '' || part === is[at]);
}
