import { createSeededRandom, silentLogger, type Logger, type Random } from '../../../src/lib/index.ts';
import { createConnectorApp } from '../../../src/server/connector/index.ts';
import { createSandboxApp } from '../../../src/server/sandbox/index.ts';
import type { Row } from '../../../src/server/storage/index.ts';
import type { ServerApp } from '../../../src/server/app.ts';
import {
  ADDRESSES,
  ADMIN,
  PAGE_APPKEY,
  seedCenter,
  type SeededCenter,
} from '../../../src/testing/center/seedCenter.ts';
import { Disk, type OnFlush } from '../engine/disk.ts';
import { createFetch, type Host } from '../engine/http.ts';
import { Link } from '../engine/link.ts';
import { clockOf } from '../engine/clockOf.ts';
import { Process } from '../engine/process.ts';
import type { Schedule } from '../engine/schedule.ts';
import { drive } from './turn.ts';

export { ADDRESSES, PAGE_APPKEY };
export const ACCOUNT = 'TESTER';
export const AGENTS = ['Ada', 'Ben'] as const;

/** What every run begins with: the administration is done, the subscriptions stand. */
export interface Ground {
  readonly seeded: SeededCenter;
  readonly sandboxRows: readonly Row[];
  readonly connectorRows: readonly Row[];
}

/** What a centre is made of. */
export interface CenterOptions {
  readonly schedule: Schedule;
  readonly random: Random;
  readonly logger?: Logger;
  readonly onConnectorFlush?: OnFlush;
}

const DEAD_APP: Pick<ServerApp, 'fetch'> = { fetch: () => new Promise(() => undefined) };

/** Connector, contact centre and token service with their disks and the roads between them. */
export class Center {
  readonly connector: Host = { name: 'connector', process: new Process('connector'), app: DEAD_APP };
  readonly sandbox: Host = { name: 'sandbox', process: new Process('sandbox'), app: DEAD_APP };
  readonly tokens: Host = { name: 'tokens', process: new Process('tokens'), app: { fetch: giveKeys } };
  readonly connectorDisk: Disk;
  readonly sandboxDisk: Disk;
  /** From the connector to the contact centre, and the callbacks back. */
  readonly upstream: Link;
  readonly callbacks: Link;
  readonly keysRoad: Link;
  private lives = 0;
  private readonly options: CenterOptions;
  private readonly logger: Logger;

  constructor(options: CenterOptions) {
    this.options = options;
    this.logger = options.logger ?? silentLogger;
    const { schedule, random } = options;
    this.connectorDisk = new Disk(schedule, random, options.onConnectorFlush);
    this.sandboxDisk = new Disk(schedule, random);
    this.upstream = new Link(schedule, random);
    this.callbacks = new Link(schedule, random);
    this.keysRoad = new Link(schedule, random);
    this.connector.process.alive = false;
    this.sandbox.process.alive = false;
  }

  startSandbox(): Promise<void> {
    const { schedule } = this.options;
    const process = new Process('sandbox');
    const app = createSandboxApp({
      ...this.worldOf(process),
      fetch: createFetch(schedule, process, this.callbacks, this.connector),
      store: this.sandboxDisk.heldBy(process),
      bot: false,
      baseUrl: ADDRESSES.sandbox,
      accountId: ACCOUNT,
      admin: ADMIN,
      passwordRounds: 1000,
    });
    Object.assign(this.sandbox, { process, app });
    this.sandboxDisk.onKill = () => process.kill();
    return app.start();
  }

  startConnector({ messaging, chat, clientId, clientSecret, appkey }: SeededCenter): Promise<void> {
    const { schedule } = this.options;
    const process = new Process('connector');
    const toSandbox = createFetch(schedule, process, this.upstream, this.sandbox);
    const toTokens = createFetch(schedule, process, this.keysRoad, this.tokens);
    const app = createConnectorApp({
      ...this.worldOf(process),
      fetch: (request) => (request.url.startsWith(ADDRESSES.tokens) ? toTokens : toSandbox)(request),
      store: this.connectorDisk.heldBy(process),
      publicUrl: ADDRESSES.connector,
      allowedOrigins: [],
      appkey: PAGE_APPKEY,
      tokens: {
        issuer: ADDRESSES.tokens,
        audience: ADDRESSES.connector,
        jwksUrl: `${ADDRESSES.tokens}/.well-known/jwks.json`,
      },
      upstream: { baseUrl: ADDRESSES.sandbox, accountId: ACCOUNT, clientId, clientSecret, appkey },
      integrations: [
        { id: messaging.integrationId, kind: 'messaging', channelProviderId: messaging.channelProviderId },
        { id: chat.integrationId, kind: 'chat', channelProviderId: chat.channelProviderId },
      ],
      webhookUrl: ADDRESSES.webhook,
      sandboxExtensions: true,
    });
    Object.assign(this.connector, { process, app });
    this.connectorDisk.onKill = () => process.kill();
    return app.start();
  }

  /** Puts the rows of the ground on both disks. */
  async fill({ sandboxRows, connectorRows }: Ground): Promise<void> {
    for (const [disk, rows] of [
      [this.sandboxDisk, sandboxRows],
      [this.connectorDisk, connectorRows],
    ] as const)
      await disk.rows.transact(async (transaction) => {
        for (const [key, value] of rows) await transaction.put(key, value);
      });
  }

  /** Every life of a process draws its own chance: what it made up before must not come again. */
  private worldOf(process: Process): { clock: ReturnType<typeof clockOf>; random: Random; logger: Logger } {
    const { schedule, random } = this.options;
    this.lives += 1;
    const seed = Math.floor(random.next() * 2 ** 32) + this.lives;
    return { clock: clockOf(process, schedule), random: createSeededRandom(seed), logger: this.logger };
  }
}

/** Sets a centre up once, through its own administration. The same rows come out every time. */
export async function prepareGround(schedule: Schedule): Promise<Ground> {
  const center = new Center({ schedule, random: createSeededRandom(7) });
  await drive(schedule, center.startSandbox());
  const app: ServerApp = { ...center.sandbox.app, start: async () => undefined, stop: async () => undefined };
  const seeded = await drive(schedule, seedCenter(app, AGENTS));
  await drive(schedule, center.startConnector(seeded));
  await drive(
    schedule,
    new Promise<void>((resolve) => schedule.plan(5000, new Process('pause'), 'rests', resolve)),
  );
  const rowsOf = ({ rows }: Disk): Promise<readonly Row[]> =>
    rows.transact((rows) => rows.list({ prefix: '' }));
  return {
    seeded,
    sandboxRows: await rowsOf(center.sandboxDisk),
    connectorRows: await rowsOf(center.connectorDisk),
  };
}

/** The token service's published key: its form is looked at, the signature is simulated. */
async function giveKeys(): Promise<Response> {
  return Response.json({
    keys: [{ kty: 'EC', kid: 'simulated', alg: 'ES256', crv: 'P-256', x: 'x', y: 'y' }],
  });
}
