import { createServer, type Server } from 'node:net';
import { systemRandom } from '../../lib/index.ts';
import { ListenError } from './listen.ts';

/** The servers of the demo, in the order of their ports. */
export const DEMO_SERVERS = ['demo', 'connector', 'sandbox', 'tokens', 'push'] as const;
/** One of them; also its name in `pids` of `demo.json`. */
export type DemoServer = (typeof DEMO_SERVERS)[number];
/** A port for each, 1 to 65535. */
export type DemoPorts = Readonly<Record<DemoServer, number>>;

/** The port of the shop page where none is asked for; the other servers take the four after it. */
export const DEFAULT_DEMO_PORT = 4300;

/**
 * Free ports are chosen among these. No system gives them to outgoing connections (Linux begins at 32768, others at 49152),
 * which could take one between the choice and the listening, or while a server that died is started again.
 */
const FREE_PORTS = { from: 20_000, to: 32_767 } as const;
/** So many draws that all meet a port in use: the system is asked instead. */
const MAX_DRAWS = 50;

/**
 * Chooses the ports before anybody listens, since the servers must know each other's addresses. `asked` 1 and up: that
 * one and the four after it; else what was used last, while free; else (`asked` 0) free ones, or (absent) the default.
 * Rejects with a ListenError when a fixed one is in use.
 */
export async function chooseDemoPorts(
  host: string,
  asked: number | undefined,
  last: Readonly<Partial<Record<DemoServer, number | undefined>>>,
): Promise<DemoPorts> {
  const held: Server[] = [];
  const hold = async (port: number): Promise<number> => {
    const [server, taken] = await occupy(host, port);
    held.push(server);
    return taken;
  };
  const holdFree = async (): Promise<number> => {
    for (let draw = 0; draw < MAX_DRAWS; draw++) {
      const port = await hold(drawPort()).catch(() => undefined);
      if (port !== undefined) return port;
    }
    return hold(0);
  };
  const choose = async (name: DemoServer): Promise<number> => {
    const following = DEMO_SERVERS.indexOf(name);
    if (asked !== undefined && asked > 0) return hold(asked + following);
    const before = last[name];
    if (before !== undefined) {
      const again = await hold(before).catch(() => undefined);
      if (again !== undefined) return again;
    }
    return asked === 0 || before !== undefined ? holdFree() : hold(DEFAULT_DEMO_PORT + following);
  };
  try {
    const demo = await choose('demo');
    const connector = await choose('connector');
    const sandbox = await choose('sandbox');
    const tokens = await choose('tokens');
    return { demo, connector, sandbox, tokens, push: await choose('push') };
  } finally {
    // All are held until the last is chosen, so that no two get the same.
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  }
}

function drawPort(): number {
  const { from, to } = FREE_PORTS;
  return from + Math.floor(systemRandom.next() * (to - from + 1));
}

function occupy(host: string, port: number): Promise<readonly [Server, number]> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const line =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use by another program. Choose another with PORT, or PORT=0 for free ones.`
          : `Cannot listen on ${host}:${port}: ${error.message}.`;
      reject(new ListenError(error.code === 'EADDRINUSE' ? 'in-use' : 'refused', line, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve([server, typeof address === 'object' && address !== null ? address.port : port]);
    });
  });
}
