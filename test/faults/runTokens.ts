import { createChatClient, type JwtProvider, type TransportName } from '../../src/client/index.ts';
import { createSeededRandom, silentLogger, type Clock, type Random } from '../../src/lib/index.ts';
import { createMemoryStorage } from '../../src/testing/index.ts';
import { createCompressedClock, skewedClock, sleep } from './compressedClock.ts';
import { createFaultCenter } from './faultCenter.ts';
import { FAULTS } from './faults.ts';
import { createFaultProxy } from './proxy/faultProxy.ts';
import { agentSays, compare, customerSays, greet, settle, TRANSPORTS, type Run } from './runCell.ts';

/** Row R9: how the page's own token endpoint behaves, and how wrong its device's clock is. */
export const TOKEN_TROUBLES = [
  { name: 'none', trouble: 'none', skewHours: 0 },
  { name: 'clock +24 h', trouble: 'none', skewHours: 24 },
  { name: 'clock -24 h', trouble: 'none', skewHours: -24 },
  { name: 'endpoint 500', trouble: 'fails', skewHours: 0 },
  { name: 'endpoint slow', trouble: 'slow', skewHours: 0 },
  { name: 'wrong token', trouble: 'wrong', skewHours: 0 },
] as const;

/** One conversation whose tokens live 5 s each. */
export interface TokenResult {
  readonly transport: TransportName;
  readonly name: string;
  readonly faults: readonly string[];
  /** Calls of the provider, and the most at one time. */
  readonly calls: number;
  readonly mostAtOnce: number;
  readonly messages: number;
}

/** What is left of each token when the page gets it. */
const LIFE_MS = 5000;
const SAY_EVERY_MS = 5000;
/** Without a token the provider is asked again within so long, by itself. */
const BLOCKED_MS = 70_000;

/** Runs all 18, each for so long of its compressed clock, all at the same time. */
export function runTokens(options: {
  readonly seed: number;
  readonly speed: number;
  readonly minutes: number;
}): Promise<readonly TokenResult[]> {
  return Promise.all(
    TRANSPORTS.flatMap((transport, row) =>
      TOKEN_TROUBLES.map((trouble, at) =>
        runOne(transport, trouble, { ...options, seed: options.seed * 100 + row * 10 + at }),
      ),
    ),
  );
}

async function runOne(
  transport: TransportName,
  { name, trouble, skewHours }: (typeof TOKEN_TROUBLES)[number],
  { seed, speed, minutes }: { readonly seed: number; readonly speed: number; readonly minutes: number },
): Promise<TokenResult> {
  const clock = createCompressedClock(speed);
  const random = createSeededRandom(seed);
  const center = await createFaultCenter(clock, random, { tokenLifeMs: LIFE_MS });
  const proxy = await createFaultProxy(center.port, clock, random);
  const endpoint = createEndpoint(center.tokens(`customer-${seed}`), clock, random);
  const make = (): Run['client'] =>
    createChatClient({
      baseUrl: proxy.url,
      integrationId: center.integrationId,
      jwtProvider: endpoint.provider,
      transports: [transport],
      timing: { idleTimeoutMs: 0 },
      shareTabs: false,
      world: {
        clock: skewedClock(clock, skewHours * 3_600_000),
        logger: silentLogger,
        random: createSeededRandom(seed),
        storage: createMemoryStorage(),
      },
    });
  const [plan] = FAULTS;
  if (!plan) throw new Error('There are no faults');
  const cell = { transport, phase: 'live', plan, seed } as const;
  const run: Run = { cell, center, clock, proxy, make, client: make(), own: [], agent: [], byHand: [] };
  const faults: string[] = [];
  try {
    await greet(run);
    endpoint.trouble = trouble;
    for (let leftMs = minutes * 60_000; leftMs > 0; leftMs -= SAY_EVERY_MS) {
      await customerSays(run);
      await agentSays(run);
      await sleep(clock, SAY_EVERY_MS);
    }
    endpoint.trouble = 'none';
    const settledMs = await settle(run, clock.monotonic(), BLOCKED_MS);
    if (settledMs === undefined) faults.push('it never came to rest');
    if (run.byHand.length > 0 && trouble !== 'wrong')
      faults.push(`only a person could go on: ${run.byHand.join(', ')}`);
    faults.push(...(await compare(run, (await center.tokens(`customer-${seed}`)()).token)));
    if (endpoint.mostAtOnce > 1) faults.push(`${endpoint.mostAtOnce} refreshes at once`);
    const most = (minutes * 60_000) / 1000;
    if (endpoint.calls > most) faults.push(`${endpoint.calls} refreshes, a storm`);
  } catch (fault) {
    faults.push(fault instanceof Error ? fault.message : String(fault));
  } finally {
    run.client.dispose();
    await proxy.close();
    await center.stop();
    clock.stop();
  }
  const messages = run.own.length + run.agent.length;
  return { transport, name, faults, calls: endpoint.calls, mostAtOnce: endpoint.mostAtOnce, messages };
}

interface Endpoint {
  trouble: (typeof TOKEN_TROUBLES)[number]['trouble'];
  readonly provider: JwtProvider;
  readonly calls: number;
  readonly mostAtOnce: number;
}

/** The page's token endpoint: two calls of three go wrong in the way that is set. */
function createEndpoint(good: JwtProvider, clock: Clock, random: Random): Endpoint {
  let calls = 0;
  let mostAtOnce = 0;
  let running = 0;
  const answer = async (trouble: Endpoint['trouble']): Promise<Awaited<ReturnType<JwtProvider>>> => {
    const isOff = random.next() < 2 / 3;
    if (isOff && trouble === 'slow') await sleep(clock, 500 + random.next() * 4500);
    if (isOff && trouble === 'fails') throw new Error('The endpoint answered 500');
    const token = await good();
    return isOff && trouble === 'wrong'
      ? { ...token, token: `${token.token.slice(0, -8)}${calls}AAAAAAA` }
      : token;
  };
  const endpoint: Endpoint = {
    trouble: 'none',
    async provider() {
      calls += 1;
      running += 1;
      mostAtOnce = Math.max(mostAtOnce, running);
      try {
        return await answer(endpoint.trouble);
      } finally {
        running -= 1;
      }
    },
    get calls() {
      return calls;
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
  };
  return endpoint;
}
