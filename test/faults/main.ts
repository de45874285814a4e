import { parseArgs } from 'node:util';
import { createLogger } from '../../src/lib/index.ts';
import { cellsOf, nameOf, runMatrix } from './runMatrix.ts';
import { FAULTS, NEXT_VERSION } from './faults.ts';
import { printMatrix, printMeans } from './printMatrix.ts';
import { runTokens } from './runTokens.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '20' },
    lanes: { type: 'string', default: '12' },
    tokens: { type: 'boolean', default: false },
    means: { type: 'boolean', default: false },
    versions: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '5' },
    loud: { type: 'boolean', default: false },
  },
});

const seed = Number(values.seed);
const speed = Number(values.speed);
if (values.means) {
  printMeans();
  process.exit(0);
}
if (values.tokens) process.exit(await tokens());
const cells = cellsOf(seed, values.only, values.versions ? [NEXT_VERSION] : FAULTS);
let done = 0;
const begunAtMs = performance.now();
const logger = createLogger(values.loud ? 'DEBUG' : 'ERROR', (level, text, fields) =>
  console.log(level, text, JSON.stringify(fields)),
);
const first = await runMatrix(cells, {
  seed,
  speed,
  lanes: Number(values.lanes),
  ...(values.loud && { logger }),
  onResult({ cell, faults, byHand, settledMs }) {
    done += 1;
    const isRed = faults.length > 0;
    if (isRed || values.only)
      console.log(
        isRed ? 'RED ' : 'ok  ',
        nameOf(cell),
        settledMs === undefined ? '' : `at rest after ${(settledMs / 1000).toFixed(1)} s`,
        faults.join('; '),
        byHand.length > 0 ? `(by hand: ${byHand.join(', ')})` : '',
        isRed ? `\n     npm run test:faults -- --seed ${seed} --only ${nameOf(cell)}` : '',
      );
    else if (done % 50 === 0) console.log(`${done} of ${cells.length}`);
  },
});
// The lists decide. A time that was missed is measured once more, alone: the machine may have been busy with others.
const late = first.filter((one) => one.isOnlyLate);
if (late.length > 0) console.log(`${late.length} cells were late among others and run again, one at a time`);
const again = await runMatrix(
  late.map((one) => one.cell),
  { seed, speed, lanes: 1 },
);
const results = first.map((one) => again.find(({ cell }) => cell === one.cell) ?? one);
printMatrix(results, { seed, speed, wallMs: performance.now() - begunAtMs });
process.exit(results.every((one) => one.faults.length === 0) ? 0 : 1);

async function tokens(): Promise<number> {
  const minutes = Number(values.minutes);
  const done = await runTokens({ seed, speed, minutes });
  console.log(`${'transport'.padEnd(11)}${'trouble'.padEnd(15)}messages  refreshes  at once`);
  for (const { transport, name, messages, calls, mostAtOnce, faults } of done)
    console.log(
      `${transport.padEnd(11)}${name.padEnd(15)}${String(messages).padEnd(10)}${String(calls).padEnd(11)}${String(mostAtOnce).padEnd(9)}${faults.join('; ')}`,
    );
  const failed = done.filter((one) => one.faults.length > 0).length;
  console.log(`a token lives 5 s, ${minutes} min each, seed ${seed}, speed x${speed}`);
  console.log(`\n${done.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}
