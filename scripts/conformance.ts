import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './check/command.ts';
import { ROOT } from './root.ts';

/**
 * Runs the conformance suite of the call-compatible faces (test/facades, and test/widget/omni for the element, which needs a
 * browser) and prints, per face and table, how many of its points hold. A suite's name begins with the number of the table that it holds the face against (`1.8 the payloads`).
 */
const report = join(ROOT, '.cache/conformance.json');
mkdirSync(join(ROOT, '.cache'), { recursive: true });
rmSync(report, { force: true });
const suites = ['--project', 'node', '--project', 'browser', 'test/facades', 'test/widget/omni'];
const args = ['run', ...suites, '--reporter=dot', '--reporter=json'];
const status = await runCommand('vitest', [...args, `--outputFile.json=${report}`]);
const tables = countTables(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {});
for (const [table, { held, failed }] of tables)
  console.log(`${table.padEnd(24)}${String(held).padStart(5)} hold${failed > 0 ? `, ${failed} do not` : ''}`);
const [held, failed] = (['held', 'failed'] as const).map((key) =>
  [...tables.values()].reduce((total, count) => total + count[key], 0),
);
console.log(`conformance: ${held} hold, ${failed} do not`);
process.exitCode = status;

interface Count {
  held: number;
  failed: number;
}

/** What vitest's JSON reporter writes, as far as it is read here. */
interface Report {
  readonly testResults?: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

function countTables({ testResults = [] }: Report): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { name, assertionResults } of testResults) {
    const face = /facades[\\/]([^\\/.]+)/.exec(name)?.[1] ?? 'omni-sdk';
    for (const { ancestorTitles, title, status } of assertionResults) {
      const table = /^\d+(\.\d+)?/.exec(ancestorTitles[0] ?? title)?.[0] ?? 'other';
      const key = `${face} ${table}`;
      const count = counts.get(key) ?? { held: 0, failed: 0 };
      count[status === 'passed' ? 'held' : 'failed'] += 1;
      counts.set(key, count);
    }
  }
  const byNumber = new Intl.Collator('en', { numeric: true });
  return new Map([...counts].sort(([a], [b]) => byNumber.compare(a, b)));
}
