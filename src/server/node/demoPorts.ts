import { createServer, type Server } from 'node:net';
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
  const choose = async (name: DemoServer): Promise<number> => {
    const following = DEMO_SERVERS.indexOf(name);
    if (asked !== undefined && asked > 0) return hold(asked + following);
    const before = last[name];
    if (before !== undefined) {
      const again = await hold(before).catch(() => undefined);
      if (again !== undefined) return again;
    }
    return hold(asked === 0 || before !== undefined ? 0 : DEFAULT_DEMO_PORT + following);
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
