import { parseArgs } from 'node:util';
import { createLogger } from '../../src/lib/index.ts';
import { cellsOf, nameOf, runMatrix } from './runMatrix.ts';
import { printMatrix } from './printMatrix.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: '20' },
    lanes: { type: 'string', default: '8' },
    loud: { type: 'boolean', default: false },
  },
});

const seed = Number(values.seed);
const cells = cellsOf(seed, values.only);
const begunAtMs = performance.now();
const logger = createLogger(values.loud ? 'DEBUG' : 'ERROR', (level, text, fields) =>
  console.log(level, text, JSON.stringify(fields)),
);
const results = await runMatrix(cells, {
  seed,
  speed: Number(values.speed),
  lanes: Number(values.lanes),
  ...(values.loud && { logger }),
  onResult({ cell, faults, byHand, settledMs }) {
    if (faults.length > 0 || values.only)
      console.log(
        faults.length ? 'RED ' : 'ok  ',
        nameOf(cell),
        settledMs?.toFixed(0) ?? '-',
        faults.join('; '),
        byHand.length ? `(by hand: ${byHand.join(', ')})` : '',
      );
  },
});
printMatrix(results, { seed, speed: Number(values.speed), wallMs: performance.now() - begunAtMs });
process.exit(results.every((one) => one.faults.length === 0) ? 0 : 1);
