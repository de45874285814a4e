import { FAULTS, NEXT_VERSION } from './faults.ts';
import { PHASES, TRANSPORTS, type CellResult } from './runCell.ts';

/** Prints a line per fault, what it stands for on each road, and the closing line. */
export function printMatrix(
  results: readonly CellResult[],
  { seed, speed, wallMs }: { readonly seed: number; readonly speed: number; readonly wallMs: number },
): void {
  console.log(`\n${'fault'.padEnd(17)}${TRANSPORTS.map((one) => one.padEnd(11)).join('')}slowest to rest`);
  for (const plan of new Set(results.map(({ cell }) => cell.plan))) {
    const own = results.filter(({ cell }) => cell.plan === plan);
    const squares = TRANSPORTS.map((transport) =>
      PHASES.map((phase) =>
        squareOf(own.find(({ cell }) => cell.transport === transport && cell.phase === phase)),
      ).join(''),
    );
    const slowest = Math.max(...own.map(({ settledMs }) => settledMs ?? Infinity));
    console.log(
      `${plan.name.padEnd(17)}${squares.map((one) => one.padEnd(11)).join('')}${(slowest / 1000).toFixed(1)} s`,
    );
  }
  console.log(`Each row: ${PHASES.join(', ')}. "." green, "h" green with a person's help, "X" red.`);
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  console.log(`seed ${seed}, speed x${speed}, ${(wallMs / 1000).toFixed(0)} s`);
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
}

function squareOf(result: CellResult | undefined): string {
  if (!result) return ' ';
  if (result.faults.length > 0) return 'X';
  return result.byHand.length > 0 ? 'h' : '.';
}

/** Prints what each fault is on each road: what cannot happen there as it is stands as its nearest likeness. */
export function printMeans(): void {
  for (const { name, means, lastsMs } of [...FAULTS, NEXT_VERSION]) {
    const [webSocket, sse, http] = means;
    console.log(`${name}, ${lastsMs / 1000} s`);
    console.log(`  WebSocket: ${webSocket}\n  SSE: ${sse}\n  long poll, requests and answers: ${http}`);
  }
}
