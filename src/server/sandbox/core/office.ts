import type { Timer } from '../../../lib/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { eventsOf } from '../desk/eventsOf.ts';
import { routeQueue } from '../routing/routeQueue.ts';
import type { CallbackSender } from '../webhooks/callbackSender.ts';
import { createWork } from './work.ts';
import type { Work } from './work.ts';
import type { World } from './world.ts';

/** The world with its door for writes: what the handlers of the four faces are given. */
export interface Office extends World {
  /** One write: a transaction whose callbacks, desk events and timers take effect after it is kept. */
  commit<T>(write: (work: Work) => Promise<T>): Promise<T>;
  /** One read, consistent in itself. */
  read<T>(reading: (tx: Transaction) => Promise<T>): Promise<T>;
  readonly sender: CallbackSender;
  /** Begins the background work: waiting callbacks, running alerts. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** The office of `world`. */
export function createOffice(world: World, sender: CallbackSender): Office {
  let alarm: Timer | undefined;
  let isOpen = false;

  const arm = (nextMs: number | undefined): void => {
    world.clock.clear(alarm);
    alarm = undefined;
    if (nextMs === undefined || !isOpen) return;
    const delayMs = Math.max(0, nextMs - world.clock.now());
    alarm = world.clock.after(delayMs, () => {
      commit(rerouting).catch(() => arm(world.clock.now() + 1000)); // the store may be back by then
    });
  };
  const commit = async <T>(write: (work: Work) => Promise<T>): Promise<T> => {
    await warm(world);
    const done = await world.store.transact(async (tx) => {
      const work = createWork(world, tx);
      const result = await write(work);
      const route = routes(work) ? { nextMs: await routeQueue(work) } : undefined;
      return { result, route, told: await eventsOf(work), lanes: work.outcome.lanes };
    });
    world.feed.publish(done.told);
    sender.wake(done.lanes);
    if (done.route) arm(done.route.nextMs);
    return done.result;
  };

  return {
    ...world,
    sender,
    commit,
    async read(reading) {
      await warm(world);
      return world.store.transact(reading);
    },
    async open() {
      isOpen = true;
      await sender.start();
      await commit(rerouting);
    },
    async close() {
      isOpen = false;
      arm(undefined);
      await sender.stop();
    },
  };
}

const rerouting = (work: Work): Promise<void> => Promise.resolve(work.reroute());

/** Most writes are messages, and leave the queue as it is. */
function routes({ outcome }: Work): boolean {
  const { agentsChanged, reroute, changes } = outcome;
  return agentsChanged || reroute || changes.some(({ before, after }) => before.phase !== after.phase);
}

/** Keys come from the store too: had before a transaction begins, or it would wait for itself. */
async function warm(world: World): Promise<void> {
  await Promise.all([world.keys.hmac('token'), world.keys.hmac('media')]);
}
