import type { StoreApi } from 'zustand/vanilla';
import type { ClientWorld } from '../../../src/client/index.ts';
import { problemOf } from '../../../src/protocol/index.ts';
import type { ProblemCode } from '../../../src/protocol/index.ts';
import type { TestCenter } from '../../../src/testing/index.ts';
import type { LineRecorder } from './createLineRecord.ts';
import type { Refusal, Switches } from './switches.ts';
import { troubledSocket } from './troubledSocket.ts';
import type { TroubledSocket } from './troubledSocket.ts';

/** The road between the tabs of a page and the contact centre, with what the switches do to it. */
export function createTroubledRoad(center: TestCenter, switches: StoreApi<Switches>): TroubledRoad {
  const spent = new Set<string>();
  const sockets = new Set<TroubledSocket>();
  const now = switches.getState;
  const refusalOf = (token: string): ProblemCode | undefined =>
    spent.has(token) ? 'token-expired' : CODES[now().refusal];
  return {
    tab(record) {
      const later = createQueue(center, () => now().delayMs);
      const times = (): number => (now().doubles ? 2 : 1);
      const road = { refusalOf, times, later, came: record.came };
      const own = new Set<TroubledSocket>();
      let isDead = false;
      const world: TabRoad['world'] = {
        async fetch(request) {
          if (isDead) return new Promise(() => undefined);
          await new Promise<void>((resolve) => void center.clock.after(now().delayMs, resolve));
          const token = request.headers.get('authorization')?.replace(/^Bearer /, '');
          const code = refusalOf(token ?? '');
          if (code && !now().isCut) return refusalAnswer(code);
          const response = await center.world.fetch(request);
          if (isStream(response)) record.opened('server-sent events');
          else if (request.url.includes('/poll')) record.opened('long poll');
          return response;
        },
        openSocket(url) {
          const made = troubledSocket(center.world.openSocket(url), road);
          sockets.add(made);
          own.add(made);
          record.opened('WebSocket');
          return made.socket;
        },
      };
      return {
        world,
        cut() {
          isDead = true;
          for (const { drop } of own) drop();
        },
      };
    },
    spend(token) {
      spent.add(token);
      for (const { deny } of sockets) deny('token-expired');
      sockets.clear();
    },
  };
}

/** See `createTroubledRoad`. */
export interface TroubledRoad {
  /** The ends of one tab. */
  readonly tab: (record: LineRecorder) => TabRoad;
  /** This token has expired: streams on it end, and nothing takes it any more. */
  readonly spend: (token: string) => void;
}

/** The road of one tab. */
export interface TabRoad {
  readonly world: Pick<ClientWorld, 'fetch' | 'openSocket'>;
  /** The tab is gone: nothing of it comes or goes, and it hears of nothing. */
  readonly cut: () => void;
}

const CODES: Readonly<Record<Refusal, ProblemCode | undefined>> = {
  none: undefined,
  '500': 'internal',
  '401': 'unauthenticated',
};

function refusalAnswer(code: ProblemCode): Response {
  const problem = problemOf(code, { detail: 'Refused by a switch of this page.' });
  const headers = { 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function isStream(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

/** A delay that is taken away does not let the young overtake the old. */
function createQueue({ clock }: TestCenter, delayMs: () => number): (task: () => void) => void {
  let lastDueMs = 0;
  return (task) => {
    const nowMs = clock.monotonic();
    lastDueMs = Math.max(lastDueMs, nowMs + delayMs());
    if (lastDueMs <= nowMs) task();
    else clock.after(lastDueMs - nowMs, task);
  };
}
