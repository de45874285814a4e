import { spawnSync } from 'node:child_process';
import { ROOT } from './root.ts';

/** Mends what a machine can mend: lint fixes first, then the format. */
const steps = [
  ['oxlint', '--fix', '--quiet'],
  ['prettier', '--write', '--log-level', 'warn', '.'],
] as const;
for (const [command, ...args] of steps) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
