import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pause } from './kills/calls.ts';
import { startServers } from './kills/servers.ts';
import { createStream, type Stream, type StreamOptions } from './reconnects/crowd.ts';
import { lackOfDescriptors } from './reconnects/descriptors.ts';
import { startIssuer } from './reconnects/issuer.ts';
import { BARS, judgeStorm, type Mark } from './reconnects/verdict.ts';

/**
 * `npm run test:reconnects -- [--streams N] [--seed S]`: so many pages hold a stream to a real connector, which is killed
 * (kill -9) and started again (row R11). Ends with 1 where a bar is missed. docs/guarantees.md tells more.
 */
const { values } = parseArgs({
  options: { streams: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const streams = Number(values.streams);
const seed = Number(values.seed);
/** Pages of one customer: each shows what any of them says. */
const PAGES_EACH = 10;
/** Pages that open at the same time while the crowd gathers. */
const AT_ONCE = 20;
/** Said by each customer before, and while the connector is away. */
const SAYINGS = { before: 2, meanwhile: 3 } as const;
const SETTLE_WITHIN_MS = 60_000;

const lack = lackOfDescriptors(streams);
if (!Number.isInteger(streams) || streams < 1 || !Number.isInteger(seed) || lack !== undefined) {
  console.error(lack ?? 'Use --streams COUNT and --seed NUMBER.');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'colloquy-reconnects-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(128));

const issuer = await startIssuer();
const servers = await startServers(folder, undefined, issuer.url);
let killedAtMs = 0;
let marks: Mark[] = [];
const site = {
  connectorUrl: servers.urls.connectorUrl,
  integrationId: servers.integrations.find(({ kind }) => kind === 'messaging')?.id ?? '',
  appkey: servers.appkey,
};
const pageOf = (number: number): Stream => {
  const options: StreamOptions = {
    number,
    seed,
    baseUrl: site.connectorUrl,
    integrationId: site.integrationId,
    jwtProvider: issuer.tokens(`customer-${Math.floor(number / PAGES_EACH)}`, site),
    mark: (mark, agoMs = 0) => void marks.push({ ...mark, atMs: performance.now() - killedAtMs - agoMs }),
  };
  return createStream(options);
};
const crowd = Array.from({ length: streams }, (_, number) => pageOf(number));
const writers = crowd.filter((_, number) => number % PAGES_EACH === 0);

const gatheredMs = await gather();
for (let at = 0; at < SAYINGS.before; at++) await sayAll(`before ${at}`);
console.log(
  `${streams} streams of ${writers.length} customers, gathered in ${(gatheredMs / 1000).toFixed(0)} s, seed ${seed}`,
);
marks = [];
killedAtMs = performance.now();
servers.connector.kill();
for (let at = 0; at < SAYINGS.meanwhile; at++) {
  sayAll(`meanwhile ${at}`).catch(() => undefined); // what is not kept shows in the lists
  await pause(500);
}
await until(() => crowd.every(({ client }) => client.getState().connection.status === 'connected'));
const verdict = judgeStorm(marks, streams);
const faults = [...verdict.faults, ...(await compareLists())];
console.log(
  `streams back: first ${seconds(verdict.firstBackMs)} s, median ${seconds(verdict.medianBackMs)} s, last ${seconds(verdict.backMs)} s (bar ${seconds(BARS.backWithinMs)} s)`,
);
console.log(
  `handshakes: busiest second ${verdict.peak}, mean ${verdict.mean.toFixed(0)} a second, ${(verdict.peak / verdict.mean).toFixed(2)} times (bar ${BARS.peakOverMean}); ${verdict.attempts} attempts with those that nobody heard, ${verdict.attemptsPeak} in the busiest second`,
);
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(faults.length === 0 ? 'all back, every list whole' : 'failed');
for (const { client } of crowd) client.dispose();
await Promise.all([servers.connector.stop(), servers.tokens.stop(), servers.sandbox.stop(), issuer.close()]);
process.exit(faults.length === 0 ? 0 : 1);

/** Everybody opens the chat: the first page of each customer before the others, which find the conversation there. */
async function gather(): Promise<number> {
  const begunAtMs = performance.now();
  const rest = crowd.filter((stream) => !writers.includes(stream));
  for (const group of [writers, rest]) {
    const waiting = [...group];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await next.open();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
  await until(() => crowd.every(({ client }) => client.getState().connection.status === 'connected'));
  return performance.now() - begunAtMs;
}

function sayAll(text: string): Promise<unknown> {
  return Promise.all(writers.map((writer, at) => writer.say(`${at}: ${text}`)));
}

/** Each page against what somebody reads who was not there: everything that was said, once, in order. */
async function compareLists(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [at, writer] of writers.entries()) {
    const reader = pageOf(at * PAGES_EACH);
    await reader.open();
    const expected = SAYINGS.before + SAYINGS.meanwhile;
    await until(() => reader.lines().length >= expected);
    const own = (lines: readonly string[]): string =>
      lines.filter((line) => line.includes(`${at}: `)).join(' | ');
    const truth = own(reader.lines());
    if (truth.split(' | ').length !== expected)
      found.push(`customer ${at} said ${expected}, the log has ${truth}`);
    for (const page of [writer, ...crowd.slice(at * PAGES_EACH + 1, (at + 1) * PAGES_EACH)]) {
      await until(() => own(page.lines()) === truth);
      if (own(page.lines()) !== truth)
        found.push(`customer ${at}: a page shows ${own(page.lines())}, the log has ${truth}`);
    }
    reader.client.dispose();
  }
  return found;
}

async function until(isSo: () => boolean, withinMs = SETTLE_WITHIN_MS): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!isSo() && performance.now() < endMs) await pause(20);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
