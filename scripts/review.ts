import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureContrast } from './review/contrast.ts';
import { measureLocales } from './review/locales.ts';
import {
  BUILT_REPORT,
  readReport,
  RULES_REPORT,
  SCREEN_READER_REPORT,
  STORIES_REPORT,
  tell,
  VISUAL_REPORT,
} from './review/reports.ts';
import type { ReportedTest } from './review/reports.ts';
import { ROOT } from './root.ts';

/**
 * `npm run review`: the library in figures, for `docs/quality.md`. Counts what is there and reads the reports of the last runs
 * of what takes longer; "not run" where there is none. Ends with 1 where something counted or reported is red.
 */
const THEMES = 2_000;
const rows: (readonly [name: string, figure: string, isRed?: boolean])[] = [];

const components = readFileSync(join(ROOT, 'src/components/index.ts'), 'utf8').match(
  /^export \{ [A-Z]\w+ \} from '.*\.tsx'/gm,
);
rows.push(['components exported', String(components?.length ?? 0)]);

const book = join(ROOT, 'storybook-static/index.json');
if (existsSync(book)) {
  const { entries }: { entries: Record<string, Entry> } = JSON.parse(readFileSync(book, 'utf8'));
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  rows.push(['subjects with stories', String(new Set(stories.map(({ title }) => title)).size)]);
  rows.push(['stories, one per state', String(stories.length)]);
  rows.push([
    'stories that are played',
    String(stories.filter(({ tags }) => tags.includes('play-fn')).length),
  ]);
} else rows.push(['stories', 'not built']);

const locales = await measureLocales();
const lacking = locales.filter(({ completeness }) => completeness < 1).map(({ locale }) => locale);
rows.push([
  'locales, complete',
  `${locales.length - lacking.length} of ${locales.length}${lacking.length > 0 ? `, not ${lacking.join(' ')}` : ''}`,
  lacking.length > 0,
]);

const contrast = measureContrast(THEMES, 20_261_121);
rows.push([
  `pairs that read in ${THEMES} random themes`,
  `${contrast.pairs - contrast.failing} of ${contrast.pairs}`,
  contrast.failing > 0,
]);

const stories = readReport(STORIES_REPORT);
for (const [profile, tests] of byProfile(stories ?? [])) report(`axe and play, ${profile}`, tests);
if (stories === undefined) report('axe and play', undefined);
const rules = readReport(RULES_REPORT);
for (const [engine, tests] of byProfile(rules ?? [])) report(`further rule engines, ${engine}`, tests);
if (rules === undefined) report('further rule engines', undefined);
report('pictures as they were', readReport(VISUAL_REPORT));
report('screen-reader journeys', readReport(SCREEN_READER_REPORT));
report(
  'examples built',
  readReport(BUILT_REPORT)?.filter(({ title }) => /examples\.test/.test(title)),
);
rows.push(apiRow());

for (const [name, figure, isRed] of rows)
  console.log(`${name.padEnd(42)}${figure}${isRed === true ? '  RED' : ''}`);
if (rows.some(([, , isRed]) => isRed)) process.exitCode = 1;

function report(name: string, tests: readonly ReportedTest[] | undefined): void {
  rows.push([name, tell(tests), tests?.some(({ ok }) => !ok) ?? false]);
}

function byProfile(tests: readonly ReportedTest[]): ReadonlyMap<string, readonly ReportedTest[]> {
  const profiles = new Map<string, ReportedTest[]>();
  for (const test of tests) {
    const profile = /([\w ]+) \| /.exec(test.title.replace(/^.*\.ts /, ''))?.[1];
    if (profile !== undefined) profiles.set(profile, [...(profiles.get(profile) ?? []), test]);
  }
  return profiles;
}

function apiRow(): readonly [string, string, boolean] {
  const name = 'public surface as checked in';
  if (!existsSync(join(ROOT, 'dist/types'))) return [name, 'not built', false];
  const { status, stderr } = spawnSync(process.execPath, ['scripts/api.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return [name, status === 0 ? 'yes' : stderr.trim(), status !== 0];
}

interface Entry {
  readonly type: string;
  readonly title: string;
  readonly tags: readonly string[];
}
