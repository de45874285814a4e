import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Clock, Random } from '../../../src/lib/index.ts';
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

/** Does what it wants with a unit; nothing is handed on by itself. */
export type Fault = (touch: Touch) => void | Promise<void>;

/** One unit in the hands of a fault. Units of one direction of a connection come one after the other. */
export interface Touch {
  readonly unit: Unit;
  readonly direction: 'up' | 'down';
  readonly target: Target;
  /** 0 for the first unit that this fault was handed, then 1 … */
  readonly count: number;
  readonly random: Random;
  /** What this fault keeps for this direction of this connection. */
  readonly memory: Map<string, Unit>;
  /** Hands on this unit, or another in its place. */
  pass(unit?: Unit): void;
  /** Hands on bytes as they are. */
  write(bytes: Buffer): void;
  /** Answers the client in the server's place. */
  reply(status: string, headers: Readonly<Record<string, string>>, body: string): void;
  /** `reset`: RST both ways; `fin`: FIN; the server's end goes with it. */
  close(how: 'reset' | 'fin'): void;
  /** The server's end is gone, the client's stays and hears nothing more. */
  freeze(): void;
  /** The server gets this request twice; the client gets the second answer only. */
  double(): void;
  /** Resolves after so long of the compressed clock, or when the fault is lifted. */
  wait(ms: number): Promise<void>;
  /** Runs when the fault is lifted. */
  onLift(task: () => void): void;
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
