import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** Where `npm run stories` leaves Playwright's report. */
export const STORIES_REPORT = join(ROOT, '.cache/stories.json');
/** Where `npm run visual` leaves Playwright's report. */
export const VISUAL_REPORT = join(ROOT, '.cache/visual.json');
/** Where `npm run rules` leaves Playwright's report. */
export const RULES_REPORT = join(ROOT, '.cache/rules.json');
/** Where the screen-reader journeys leave theirs. */
export const SCREEN_READER_REPORT = join(ROOT, '.cache/screen-reader.json');
/** Where `npm test` leaves what became of the built package and its examples. */
export const BUILT_REPORT = join(ROOT, '.cache/vitest-built.json');

/** One test of a report, of Playwright or of Vitest. */
export interface ReportedTest {
  /** With the file and whatever else stands around it. */
  readonly title: string;
  readonly ok: boolean;
}

/** The tests of a report, skipped ones left out; undefined where there has been no run. */
export function readReport(path: string): readonly ReportedTest[] | undefined {
  if (!existsSync(path)) return undefined;
  return testsIn(JSON.parse(readFileSync(path, 'utf8')), '');
}

/** `12 of 12`, or that there has been no run. */
export function tell(tests: readonly ReportedTest[] | undefined): string {
  if (tests === undefined || tests.length === 0) return 'not run';
  return `${tests.filter(({ ok }) => ok).length} of ${tests.length}`;
}

/** A test of Playwright and a journey have `ok`, one of Vitest a `status`; both lie in lists of lists that have a name. */
function testsIn(node: unknown, above: string): readonly ReportedTest[] {
  if (Array.isArray(node)) return node.flatMap((each) => testsIn(each, above));
  if (typeof node !== 'object' || node === null) return [];
  const own = Object.values(Object.fromEntries(Object.entries(node).filter(([key]) => NAMES.has(key))));
  const title = [above, ...own].filter((each) => each !== '').join(' ');
  if ('ok' in node) return [{ title, ok: node.ok === true }];
  if ('status' in node && !('assertionResults' in node))
    return node.status === 'passed' || node.status === 'failed'
      ? [{ title, ok: node.status === 'passed' }]
      : [];
  const inner = Object.entries(node).filter(([key]) => LISTS.has(key));
  return inner.flatMap(([, each]) => testsIn(each, title));
}

const NAMES = new Set(['title', 'name', 'fullName']);
const LISTS = new Set(['suites', 'specs', 'testResults', 'assertionResults', 'rows', 'journeys']);
