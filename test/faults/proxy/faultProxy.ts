import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Clock, Random } from '../../../src/lib/index.ts';
import type { Fault, Touch } from './fault.ts';
import { createLink, type Link, type LinkWorld } from './link.ts';
import type { Target, Unit } from './units.ts';

/**
 * Stands between a client and a server on sockets of this machine, and reads what passes: requests, answers, SSE events,
 * WebSocket frames. While a fault is set, each unit of its targets is handed to the fault in place of the other end.
 */
export interface FaultProxy {
  /** For the client. */
  readonly url: string;
  /** From now on, until `lift`. */
  set(fault: Fault, targets: ReadonlySet<Target>): void;
  /** What waits goes on at once. */
  lift(): void;
  /** How many units the present fault was handed, and when the first one came. */
  readonly touched: { readonly units: number; readonly firstAtMs: number | undefined };
  /** Whether new connections are reset at once. */
  refuse(isRefusing: boolean): void;
  /** Ends the connections that are about this now; all of them without it. */
  cut(targets?: ReadonlySet<Target>): void;
  /** How many streams were opened through it, by the way they took. */
  readonly opened: Readonly<Record<'websocket' | 'sse' | 'long-poll', number>>;
  close(): Promise<void>;
}

/** Opens one on a free port of 127.0.0.1. */
export async function createFaultProxy(port: number, clock: Clock, random: Random): Promise<FaultProxy> {
  const links = new Set<Link>();
  const opened = { websocket: 0, sse: 0, 'long-poll': 0 };
  let present: Present | undefined;
  let isRefusing = false;
  const world: LinkWorld = {
    port,
    forget: (link) => void links.delete(link),
    opened: (way) => void (opened[way] += 1),
    handle(link, direction, unit) {
      if (unit.kind !== 'request' || !unit.head.line.includes(' /portal/'))
        return present ? touch(present, link, direction, unit) : undefined;
      // Where a redirect leads to: a page, and not our server's opinion of it.
      link.touch(direction).reply('200 OK', { 'content-type': 'text/html' }, '<title>Sign in</title>');
      return Promise.resolve();
    },
  };
  const touch = (
    fault: Present,
    link: Link,
    direction: 'up' | 'down',
    unit: Unit,
  ): Promise<void> | undefined => {
    if (!fault.targets.has(link.target)) return undefined;
    fault.firstAtMs ??= clock.monotonic();
    const count = fault.units++;
    const hands = link.touch(direction);
    const done = fault.fault({
      ...hands,
      ...waiting(fault, clock),
      ...{ unit, direction, target: link.target, count, random },
      pass: (other = unit) => hands.pass(other),
    });
    return Promise.resolve(done);
  };
  const server = createServer((socket: Socket) => {
    if (isRefusing) return void socket.resetAndDestroy();
    links.add(createLink(socket, world));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const lift = (): void => {
    const lifted = present;
    present = undefined;
    for (const task of lifted?.onLift ?? []) task();
  };
  let last: Present | undefined;

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    set(fault, targets) {
      lift();
      last = present = { fault, targets, units: 0, firstAtMs: undefined, onLift: new Set() };
    },
    lift,
    get touched() {
      return { units: last?.units ?? 0, firstAtMs: last?.firstAtMs };
    },
    refuse: (next) => void (isRefusing = next),
    cut(targets) {
      for (const link of [...links]) if (!targets || targets.has(link.target)) link.close('reset');
    },
    opened,
    close() {
      lift();
      for (const link of [...links]) link.close('reset');
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

interface Present {
  readonly fault: Fault;
  readonly targets: ReadonlySet<Target>;
  readonly onLift: Set<() => void>;
  units: number;
  firstAtMs: number | undefined;
}

function waiting(fault: Present, clock: Clock): Pick<Touch, 'wait' | 'onLift'> {
  return {
    onLift: (task) => void fault.onLift.add(task),
    wait: (ms) =>
      new Promise((resolve) => {
        const done = (): void => {
          fault.onLift.delete(done);
          clock.clear(timer);
          resolve();
        };
        const timer = ms === Infinity ? undefined : clock.after(ms, done);
        fault.onLift.add(done);
      }),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
