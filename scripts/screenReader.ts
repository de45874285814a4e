import { mkdirSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { agents } from '../test/screenReader/scenes/agents.ts';
import { bot } from '../test/screenReader/scenes/bot.ts';
import { ending, idle } from '../test/screenReader/scenes/endings.ts';
import type { Journey, Scene } from '../test/screenReader/scenes/scene.ts';
import { trouble } from '../test/screenReader/scenes/trouble.ts';
import { browsersHere, type BrowserName } from '../test/screenReader/support/browsers.ts';
import { ensureScreenReader } from '../test/screenReader/support/packages.ts';
import { setStage, type Stage } from '../test/screenReader/support/stage.ts';
import { ROOT } from './root.ts';

/**
 * `screen-reader [--browser chromium|firefox|both] [--scene WORDS]`: the built demo on a desktop without a screen, and what a real
 * Orca says of it. Writes `.cache/screen-reader.json`, and Orca's log of the last failure beside it. docs/guarantees.md tells more.
 */
const SCENES: readonly Scene[] = [bot, agents, trouble, idle, ending];
const REPORT = join(ROOT, '.cache/screen-reader.json');

/** One journey in one browser; `spoken` are Orca's lines, `*` before what it was not asked for. */
interface Row {
  readonly name: string;
  readonly browser: BrowserName;
  readonly ok: boolean;
  readonly seconds: number;
  readonly spoken: readonly string[];
  readonly fault?: string;
}

/** What is up at this moment, for when we are told to end in its midst. */
let now: Stage | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void (now?.stop() ?? Promise.resolve()).finally(() => process.exit(128)));

hurry();
await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { browser: { type: 'string', default: 'chromium' }, scene: { type: 'string', default: '' } },
  });
  ensureScreenReader();
  const browsers = browsersHere().filter((name) => values.browser === 'both' || name === values.browser);
  const scenes = SCENES.filter(({ name }) => name.includes(values.scene));
  if (browsers.length === 0 || scenes.length === 0) {
    console.error('Usage: screen-reader [--browser chromium|firefox|both] [--scene WORDS]');
    process.exit(1);
  }
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const begunAt = performance.now();
  const rows: Row[] = [];
  for (const browser of browsers) for (const scene of scenes) rows.push(...(await play(scene, browser)));
  writeFileSync(REPORT, `${JSON.stringify({ journeys: rows }, undefined, 2)}\n`);
  const failed = rows.filter(({ ok }) => !ok).length;
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(0);
  console.log(
    `screen-reader: ${rows.length} journeys in ${browsers.join(' and ')}: ` +
      `${rows.length - failed} passed, ${failed} failed, ${seconds} s`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

/** All journeys of a scene; after one that fails the others are not reached, and count as failed. */
async function play(scene: Scene, browser: BrowserName): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const add = (row: Row): void => {
    rows.push(row);
    console.log(`  ${row.ok ? 'ok    ' : 'FAILED'} ${browser}: ${row.name} (${row.seconds.toFixed(1)} s)`);
    if (row.fault !== undefined) console.log(row.fault.replaceAll(/^/gm, '         '));
  };
  const missed = (name: string, fault: string): Row => ({
    name,
    browser,
    ok: false,
    seconds: 0,
    spoken: [],
    fault,
  });
  try {
    const stage = await setStage(browser, scene.integration);
    now = stage;
    const journey: Journey = async (name, task) => {
      const begunAt = performance.now();
      const fault = await task().then(
        () => undefined,
        (reason: unknown) => messageOf(reason),
      );
      const spoken = stage.ear.take().map(({ text, how }) => (how === 'announced' ? `* ${text}` : text));
      const seconds = (performance.now() - begunAt) / 1000;
      add({ name, browser, ok: fault === undefined, seconds, spoken, ...(fault !== undefined && { fault }) });
      if (fault === undefined) return;
      stage.keepLog(join(ROOT, `.cache/screen-reader-${browser}.log`));
      throw new Error('The scene ends here');
    };
    try {
      await scene.play(stage, journey);
    } finally {
      now = undefined;
      await stage.stop();
    }
  } catch (fault) {
    if (rows.every(({ ok }) => ok)) console.log(`         ${messageOf(fault)}`);
    for (const name of scene.journeys.slice(rows.length)) add(missed(name, 'Not reached.'));
  }
  return rows;
}

/**
 * A text leaves its region after 5 s, and a screen reader that a busy machine keeps waiting finds nothing there: so this, and all
 * that it starts, comes before others, where one may say so (root).
 */
function hurry(): void {
  try {
    setPriority(-10);
  } catch {
    // Then not: on a machine with room it makes no difference.
  }
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
