import { writeIntegrity } from './build/integrity.ts';
import { exists, isStale, make, PARTS } from './build/parts.ts';

/**
 * `build [--stale] [--for-start] [--quiet] [part...]`: builds the named parts, or all.
 * `--stale` leaves out what is up to date, `--for-start` what running the demo does not need.
 */
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const named = new Set(process.argv.slice(2).filter((word) => !word.startsWith('--')));

const wanted = PARTS.filter((part) => named.size === 0 || named.has(part.name))
  .filter((part) => !flags.has('--for-start') || part.name !== 'library')
  .filter((part) => !flags.has('--stale') || isStale(part));

for (const part of wanted) {
  if (!exists(part)) {
    console.log(`build ${part.name}: left out, ${part.entry} is not there`);
    continue;
  }
  const begunAt = performance.now();
  try {
    await make(part);
  } catch (fault) {
    console.error(`build ${part.name}: FAILED\n${fault instanceof Error ? fault.message : String(fault)}`);
    process.exit(1);
  }
  if (!flags.has('--quiet'))
    console.log(`build ${part.name}: ${((performance.now() - begunAt) / 1000).toFixed(1)} s`);
}

if (wanted.some(({ name }) => name === 'widget' || name === 'chat-sdk')) {
  const { scripts } = writeIntegrity();
  if (!flags.has('--quiet'))
    for (const name of ['widget.js', 'chat-sdk.js'])
      if (scripts[name]) console.log(`  ${scripts[name].path}  ${scripts[name].integrity}`);
}
