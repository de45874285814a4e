import type { Clock, Timer } from '../../../lib/index.ts';

/**
 * Decides when conversations are compared with the contact centre: when a stream begins, and on a slow timer while one is
 * open. Per conversation one comparison at a time, none within 5 s of the last; eight at a time in all.
 */
export interface Reconciler {
  /** A stream of this session began: what it hears is compared as soon as may be. */
  resumed(sessionId: string): void;
  /** The session began to hear a conversation, at its present end: compared one period from now. */
  began(sessionId: string, engagementId: string): void;
  stop(): void;
}

/** Begins with nothing to watch: after a restart the streams that come back tell what is heard. */
export function createReconciler(world: ReconcilerWorld): Reconciler {
  const plan: Plan = { world, watches: new Map(), waiting: new Set(), running: 0, stopped: false };
  return {
    resumed(sessionId) {
      if (plan.stopped) return;
      void world
        .heardBy(sessionId)
        .then((heard) => heard.forEach((id) => watch(plan, id, sessionId, 0)))
        .catch(world.onFault);
    },
    began(sessionId, engagementId) {
      if (world.hasStream(sessionId)) watch(plan, engagementId, sessionId, world.everyMs);
    },
    stop() {
      plan.stopped = true;
      for (const one of plan.watches.values()) world.clock.clear(one.timer);
      plan.watches.clear();
    },
  };
}

/** What the reconciler is made of: it knows when, these know what. */
export interface ReconcilerWorld {
  readonly clock: Clock;
  readonly everyMs: number;
  /** The conversations of a session about which there may be something to find. */
  heardBy(sessionId: string): Promise<readonly string[]>;
  hasStream(sessionId: string): boolean;
  compare(place: ReconcilePlace): Promise<Reconciled>;
  onFault(error: unknown): void;
}

/** Which conversation, and through which session of its customer the contact centre is asked. */
export interface ReconcilePlace {
  readonly engagementId: string;
  readonly sessionId: string;
}

/** `more`: there were more pages than one run reads. `later`: nothing is left for now. `over`: nothing will ever be. */
export type Reconciled = 'more' | 'later' | 'over';

const APART_MS = 5000;
const AT_ONCE = 8;

interface Plan {
  readonly world: ReconcilerWorld;
  /** By engagement. */
  readonly watches: Map<string, Watch>;
  /** Due, but eight others are being compared. */
  readonly waiting: Set<string>;
  running: number;
  stopped: boolean;
}

interface Watch {
  /** Those that hear it, as far as they have a stream. */
  readonly sessions: Set<string>;
  running: boolean;
  /** A stream began while it was running. */
  again: boolean;
  /** Of the monotonic clock; Infinity: no timer is set. */
  dueAtMs: number;
  /** When the last comparison began. */
  lastAtMs: number;
  timer?: Timer;
}

function watch(plan: Plan, engagementId: string, sessionId: string, waitMs: number): void {
  if (plan.stopped) return;
  const one = plan.watches.get(engagementId) ?? fresh();
  plan.watches.set(engagementId, one);
  one.sessions.add(sessionId);
  if (one.running && waitMs === 0) one.again ||= plan.world.clock.monotonic() > one.lastAtMs;
  const apartMs = one.lastAtMs + APART_MS - plan.world.clock.monotonic();
  schedule(plan, engagementId, one, Math.max(waitMs, apartMs));
}

function fresh(): Watch {
  return { sessions: new Set(), running: false, again: false, dueAtMs: Infinity, lastAtMs: -Infinity };
}

/** The earlier of two times counts. */
function schedule(plan: Plan, engagementId: string, one: Watch, waitMs: number): void {
  const { clock } = plan.world;
  const dueAtMs = clock.monotonic() + waitMs;
  if (plan.stopped || one.running || one.dueAtMs <= dueAtMs) return;
  clock.clear(one.timer);
  one.dueAtMs = dueAtMs;
  one.timer = clock.after(waitMs, () => {
    plan.waiting.add(engagementId);
    pump(plan);
  });
}

function pump(plan: Plan): void {
  for (const engagementId of plan.waiting) {
    if (plan.stopped || plan.running >= AT_ONCE) return;
    plan.waiting.delete(engagementId);
    const one = plan.watches.get(engagementId);
    if (one) void run(plan, engagementId, one);
  }
}

async function run(plan: Plan, engagementId: string, one: Watch): Promise<void> {
  const { world, watches } = plan;
  for (const id of one.sessions) if (!world.hasStream(id)) one.sessions.delete(id);
  const [sessionId] = one.sessions;
  if (sessionId === undefined) {
    watches.delete(engagementId);
    return;
  }
  plan.running += 1;
  one.running = true;
  one.lastAtMs = world.clock.monotonic();
  const came = await world.compare({ engagementId, sessionId }).catch((error: unknown): Reconciled => {
    world.onFault(error);
    return 'later';
  });
  plan.running -= 1;
  one.running = false;
  one.dueAtMs = Infinity;
  if (came === 'over') watches.delete(engagementId);
  else schedule(plan, engagementId, one, came === 'more' ? 0 : one.again ? APART_MS : world.everyMs);
  one.again = false;
  pump(plan);
}
