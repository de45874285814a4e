import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './check/command.ts';
import { ROOT } from './root.ts';

/** Runs the conformance suite of the call-compatible faces (test/facades) and prints how many of its points hold. */
const report = join(ROOT, '.cache/conformance.json');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(report, { force: true });
const args = ['run', '--project', 'node', 'test/facades', '--reporter=dot', '--reporter=json'];
const status = await runCommand('vitest', [...args, `--outputFile.json=${report}`]);
const text = existsSync(report) ? readFileSync(report, 'utf8') : '{}';
const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(text) as {
  numPassedTests?: number;
  numFailedTests?: number;
};
console.log(`conformance: ${numPassedTests} hold, ${numFailedTests} do not`);
process.exitCode = status;
