import { spawnSync } from 'node:child_process';
import { ROOT } from './root.ts';

/** Lints the whole tree, or the paths given. The rules are in `oxlint.config.ts`; the floors also in test/architecture. */
const { status } = spawnSync('oxlint', process.argv.slice(2), { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
