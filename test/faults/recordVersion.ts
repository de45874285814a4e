import { writeFile } from 'node:fs/promises';
import { createSeededRandom, silentLogger } from '../../src/lib/index.ts';
import { createChatClient } from '../../src/client/index.ts';
import { createMemoryStorage } from '../../src/testing/index.ts';
import { createCompressedClock } from './compressedClock.ts';
import { createFaultCenter } from './faultCenter.ts';
import { FAULTS } from './faults.ts';
import { createFaultProxy } from './proxy/faultProxy.ts';
import { textOf } from './proxy/units.ts';
import { agentSays, customerSays, greet, settle, type Run } from './runCell.ts';

/**
 * Writes down what both ends of this version say in one short conversation over a WebSocket:
 * `node test/faults/recordVersion.ts test/faults/versions/v1.json`. Done once per version of the protocol, before it changes.
 */
const [, , file = 'test/faults/versions/new.json'] = process.argv;
const clock = createCompressedClock(20);
const center = await createFaultCenter(clock, createSeededRandom(1));
const proxy = await createFaultProxy(center.port, clock, createSeededRandom(1));
const said = {
  server: [] as unknown[],
  client: [] as unknown[],
  requests: [] as unknown[],
  answers: [] as unknown[],
};
proxy.set(
  ({ unit, direction, pass }) => {
    pass();
    const text = textOf(unit);
    if (!text) return;
    const frame: unknown = parse(text.replace(/"token":"[^"]*"/, '"token":"a.token.here"'));
    if (frame === undefined) return;
    if (unit.kind === 'frame') said[direction === 'down' ? 'server' : 'client'].push(frame);
    else said[direction === 'down' ? 'answers' : 'requests'].push(frame);
  },
  new Set(['stream', 'send', 'session', 'read', 'upload', 'other']),
);
const make = (): Run['client'] =>
  createChatClient({
    baseUrl: proxy.url,
    integrationId: center.integrationId,
    jwtProvider: center.tokens('customer-of-the-record'),
    transports: ['websocket'],
    shareTabs: false,
    world: { clock, logger: silentLogger, random: createSeededRandom(1), storage: createMemoryStorage() },
  });
const [plan] = FAULTS;
if (!plan) throw new Error('There are no faults');
const cell = { transport: 'websocket', phase: 'live', plan, seed: 1 } as const;
const run: Run = { cell, center, clock, proxy, make, client: make(), own: [], agent: [], byHand: [] };
await greet(run);
await customerSays(run, true);
await customerSays(run, true);
await agentSays(run);
await center.agent.ends();
await settle(run, clock.monotonic());
await writeFile(file, `${JSON.stringify({ version: 1, ...said }, null, 2)}\n`);
process.exit(0);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
