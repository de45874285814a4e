import { createChatClient, type ChatClient, type TransportName } from '../../src/client/index.ts';
import { createMemoryStorage } from '../../src/testing/index.ts';
import { createSeededRandom, silentLogger, uuidV4, type Clock, type Logger } from '../../src/lib/index.ts';
import type { EngagementId } from '../../src/protocol/index.ts';
import { faultsOf, linesOfLog, linesOfPage } from './checkLists.ts';
import { sleep } from './compressedClock.ts';
import { lineOf, type FaultCenter } from './faultCenter.ts';
import type { FaultPlan } from './faults.ts';
import { createFaultProxy, type FaultProxy } from './proxy/faultProxy.ts';
import type { Target } from './proxy/units.ts';

/** When the fault strikes. */
export const PHASES = ['handshake', 'replay', 'live', 'sending', 'uploading'] as const;
export type Phase = (typeof PHASES)[number];

/** The three roads, best first. */
export const TRANSPORTS: readonly TransportName[] = ['websocket', 'sse', 'long-poll'];

/** One square of the matrix. */
export interface Cell {
  readonly transport: TransportName;
  readonly phase: Phase;
  readonly plan: FaultPlan;
  readonly seed: number;
}

/** How it went. Green where `faults` is empty. */
export interface CellResult {
  readonly cell: Cell;
  readonly faults: readonly string[];
  /** From the end of the fault to rest, milliseconds of the compressed clock; undefined where it never came. */
  readonly settledMs: number | undefined;
  /** Units that the fault was handed. */
  readonly touched: number;
  /** The lists are equal and all came to rest, but after the time of G2: a busy machine does that too. */
  readonly isOnlyLate: boolean;
  /** What only a person could do: start again, retry the line, retry a message. */
  readonly byHand: readonly string[];
}

/** Messages each way, in every cell. */
export const MESSAGES_EACH_WAY = 20;
/** Guarantee G2: shown within so long of faults stopping. */
export const SETTLE_MS = 10_000;

/** Runs one cell: a conversation, the fault in its midst, then the comparison of the lists. */
export async function runCell(
  cell: Cell,
  center: FaultCenter,
  clock: Clock,
  logger: Logger = silentLogger,
): Promise<CellResult> {
  const proxy = await createFaultProxy(center.port, clock, createSeededRandom(cell.seed));
  const provider = center.tokens(`customer-${cell.seed}-${uuidV4(createSeededRandom(cell.seed))}`);
  const make = (device: number): ChatClient =>
    createChatClient({
      baseUrl: proxy.url,
      integrationId: center.integrationId,
      jwtProvider: provider,
      transports: cell.plan.ladder ? TRANSPORTS.slice(TRANSPORTS.indexOf(cell.transport)) : [cell.transport],
      timing: { idleTimeoutMs: 0 },
      shareTabs: false,
      world: {
        clock,
        logger,
        random: createSeededRandom(cell.seed + device),
        storage: createMemoryStorage(),
      },
    });
  const run: Run = { cell, center, clock, proxy, make, client: make(1), own: [], agent: [], byHand: [] };
  try {
    await greet(run);
    await strike(run);
    const liftedAtMs = clock.monotonic();
    while (run.own.length < MESSAGES_EACH_WAY) await customerSays(run);
    while (run.agent.length < MESSAGES_EACH_WAY) await agentSays(run);
    const settledMs = await settle(run, liftedAtMs);
    return resultOf(run, await compare(run, (await provider()).token), settledMs);
  } catch (fault) {
    return resultOf(
      run,
      [`the cell broke: ${fault instanceof Error ? fault.message : String(fault)}`],
      undefined,
    );
  } finally {
    run.client.dispose();
    await center.agent.ends().catch(() => undefined);
    await proxy.close();
  }
}

/** A conversation under way. */
export interface Run {
  readonly cell: Cell;
  readonly center: FaultCenter;
  readonly clock: Clock;
  readonly proxy: FaultProxy;
  readonly make: (device: number) => ChatClient;
  client: ChatClient;
  engagementId?: EngagementId;
  readonly own: string[];
  readonly agent: string[];
  readonly byHand: string[];
}

const TARGETS: Readonly<Record<Phase, readonly Target[]>> = {
  handshake: ['stream', 'session', 'read'],
  replay: ['stream', 'read'],
  live: ['stream'],
  sending: ['send', 'stream'],
  uploading: ['upload', 'send'],
};
/** Long enough to see whether it comes too late, or never. */
const GIVE_UP_MS = 150_000;
/** A fault that meets nothing in so long has no occasion. */
const UNMET_MS = 45_000;
/** A person looks at the page this often, and presses what there is to press. */
const LOOK_MS = 2000;

/** The conversation before anything goes wrong. */
export async function greet(run: Run): Promise<void> {
  await run.client.start();
  run.engagementId = await run.client.createEngagement();
  await customerSays(run);
  await run.center.agent.accept();
  for (let at = 0; at < 4; at++) {
    await customerSays(run);
    await agentSays(run);
  }
  for (let turn = 0; turn < 600 && !isAtRest(run); turn++) await sleep(run.clock, 50);
  if (!isAtRest(run)) throw new Error('It did not even begin well');
}

/** Sets the fault at its phase, talks on, and lifts it when it has lasted. */
async function strike(run: Run): Promise<void> {
  const { clock, proxy, cell } = run;
  const targets = new Set(TARGETS[cell.phase]);
  let starting: Promise<void> | undefined;
  if (cell.phase === 'handshake') {
    run.client.dispose();
    run.client = run.make(2);
    proxy.set(cell.plan.fault, targets);
    starting = startAsAPage(run);
  } else if (cell.phase === 'replay') {
    proxy.refuse(true);
    proxy.cut();
    for (let at = 0; at < 5; at++) await bothSay(run);
    proxy.set(cell.plan.fault, targets);
    proxy.refuse(false);
  } else {
    proxy.set(cell.plan.fault, targets);
    if (cell.plan.cutsFirst) proxy.cut(new Set(['stream']));
  }
  const begunAtMs = clock.monotonic();
  const isOver = (): boolean => {
    const { firstAtMs } = proxy.touched;
    const sinceMs = clock.monotonic() - (firstAtMs ?? begunAtMs);
    return sinceMs >= (firstAtMs === undefined ? UNMET_MS : cell.plan.lastsMs);
  };
  while (!isOver()) {
    if (run.own.length < MESSAGES_EACH_WAY - 5 || run.agent.length < MESSAGES_EACH_WAY - 5)
      await bothSay(run);
    await sleep(clock, 300);
  }
  proxy.lift();
  await starting;
}

async function bothSay(run: Run): Promise<void> {
  const isOn = run.client.getState().session.status === 'open';
  if (isOn && run.own.length < MESSAGES_EACH_WAY - 5) await customerSays(run, run.cell.phase === 'uploading');
  if (run.agent.length < MESSAGES_EACH_WAY - 5) await agentSays(run);
}

/** The customer writes the next line, or sends every other one with a file. */
export async function customerSays({ client, engagementId, own }: Run, withFile = false): Promise<void> {
  if (!engagementId) throw new Error('There is no conversation');
  const number = String(own.length + 1).padStart(2, '0');
  const text = `own ${number} Grüße, ça va? 你好 🙂`;
  if (!withFile || own.length % 2 === 0) {
    own.push(text);
    await client.send(engagementId, { body: { type: 'text', text } });
    return;
  }
  const file = new File(['Rechnung für 你好 '.repeat(200 + own.length)], `bill-${number}.txt`, {
    type: 'text/plain',
  });
  own.push(lineOf(text, [{ name: file.name, sizeBytes: file.size }]));
  await client.send(engagementId, { files: [file], text });
}

/** The agent writes the next line. */
export async function agentSays({ center, agent }: Run): Promise<void> {
  const text = `agent ${String(agent.length + 1).padStart(2, '0')} Schöne Grüße zurück 再见 🙃`;
  agent.push(text);
  await center.agent.says(text);
}

/** What a page does whose chat did not start: it offers another try, and the person takes it. */
async function startAsAPage(run: Run): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const isStarted = await run.client.start().then(
      () => true,
      () => false,
    );
    if (isStarted) return;
    note(run, 'started again');
    await sleep(run.clock, 1000);
  }
  throw new Error('The chat never started');
}

/** Waits until everything is on the page; when `patienceMs` are over, does what only a person can do. */
export async function settle(run: Run, liftedAtMs: number, patienceMs = 0): Promise<number | undefined> {
  let lookedAtMs = liftedAtMs + patienceMs;
  for (;;) {
    const atMs = run.clock.monotonic();
    if (isAtRest(run)) return atMs - liftedAtMs;
    if (atMs - liftedAtMs > GIVE_UP_MS) return undefined;
    if (atMs - lookedAtMs > LOOK_MS) {
      lookedAtMs = atMs;
      await press(run);
    }
    await sleep(run.clock, 50);
  }
}

async function press(run: Run): Promise<void> {
  const { client, engagementId } = run;
  const { session, connection, engagements } = client.getState();
  if (session.status === 'ended' || session.status === 'failed') {
    note(run, `started again after "${session.status}"`);
    await client.start().catch(() => undefined);
  } else if (connection.status === 'failed' && connection.retryAtMs === undefined) {
    note(run, `line retried after ${connection.reason}`);
    await client.retryConnection().catch(() => undefined);
  }
  const engagement = engagementId && engagements[engagementId];
  if (!engagement) return;
  if (engagement.history.status === 'partial') await client.loadOlder(engagementId).catch(() => undefined);
  if (engagement.history.status === 'failed') {
    note(run, 'history retried');
    await client.loadOlder(engagementId).catch(() => undefined);
  }
  for (const item of engagement.timeline) {
    if (item.kind !== 'message' || item.message.delivery.status !== 'failed') continue;
    note(run, `message retried after ${item.message.delivery.code}`);
    if (item.message.clientMessageId) await client.retrySend(engagementId, item.message.clientMessageId);
  }
}

function note({ byHand }: Run, what: string): void {
  if (!byHand.includes(what)) byHand.push(what);
}

/** Everything is on the page and delivered, nothing is on its way, and the line stands. */
function isAtRest({ client, engagementId, own, agent }: Run): boolean {
  const state = client.getState();
  const engagement = engagementId && state.engagements[engagementId];
  if (!engagement || state.connection.status !== 'connected') return false;
  const messages = engagement.timeline.flatMap((item) => (item.kind === 'message' ? [item.message] : []));
  const isWhole = engagement.timeline.every((item) => item.kind !== 'gap');
  const areOurs = messages.filter((one) => one.own);
  return (
    isWhole &&
    areOurs.length >= own.length &&
    messages.filter((one) => 'text' in one.body && one.body.text.startsWith('agent ')).length >=
      agent.length &&
    areOurs.every(({ delivery }) => delivery.status === 'delivered' || delivery.status === 'read')
  );
}

/** What is wrong with the lists of page, log and desk. */
export async function compare(run: Run, token: string): Promise<readonly string[]> {
  const { client, engagementId, center, own, agent } = run;
  const sessionId = client.getState().facts?.sessionId;
  if (!engagementId || !sessionId) return ['there is no conversation'];
  const log = await linesOfLog(center, token, sessionId, engagementId);
  const page = linesOfPage(client.getState(), engagementId);
  return faultsOf(page, log, await center.agent.view(), { own, agent });
}

function resultOf(
  { cell, proxy, byHand }: Run,
  faults: readonly string[],
  settledMs: number | undefined,
): CellResult {
  const limitMs = SETTLE_MS + (cell.plan.extraMs ?? 0);
  const found = [...faults];
  if (settledMs === undefined) found.push('it never came to rest');
  else if (settledMs > limitMs)
    found.push(`at rest after ${(settledMs / 1000).toFixed(1)} s, ${limitMs / 1000} s allowed`);
  if (proxy.touched.units === 0) found.push('the fault met nothing');
  const isOnlyLate =
    faults.length === 0 && settledMs !== undefined && found.length === 1 && proxy.touched.units > 0;
  return { cell, faults: found, isOnlyLate, settledMs, touched: proxy.touched.units, byHand };
}
