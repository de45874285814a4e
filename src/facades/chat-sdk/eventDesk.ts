import { pause } from '../../lib/index.ts';
import type { Clock, Logger } from '../../lib/index.ts';
import { ACSException, type WarningCode } from './acsException.ts';
import type { EventHandler } from './chatSdk.ts';
import { EVENT_NAMES, type EventName, type EventPayloads } from './events.ts';

/** The handlers of the page, one per event, and the one order in which they are called. */
export interface EventDesk {
  on(name: unknown, handler: unknown): void;
  off(name?: unknown): void;
  /** Calls the handler now, or after those that wait. */
  tell<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void;
  /** As `tell`, but not before everybody who waits for a promise of this turn has gone on; what follows waits too. */
  tellLater<Name extends EventName>(
    name: Name,
    find: () => EventPayloads[Name] | undefined | Promise<EventPayloads[Name] | undefined>,
  ): void;
  /** Resolves when nothing waits. */
  rest(): Promise<void>;
}

/** What a desk needs. */
export interface EventDeskOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly warn: (code: WarningCode) => void;
}

/** Makes the desk of one page; it outlives sessions. */
export function createEventDesk({ clock, logger, warn }: EventDeskOptions): EventDesk {
  const handlers = new Map<EventName, (payload: never) => unknown>();
  let queue: Promise<void> | undefined;

  const call = <Name extends EventName>(name: Name, payload: EventPayloads[Name]): void => {
    const handler: ((payload: never) => unknown) | undefined = handlers.get(name);
    if (!handler) return;
    const failed = (): void => logger.error('A handler failed', { name });
    try {
      // Stored under the name whose payload this is.
      Promise.resolve(Reflect.apply(handler, undefined, [payload])).catch(failed);
    } catch {
      failed();
    }
  };
  const line = (work: () => void | Promise<void>): void => {
    const mine = (queue ?? Promise.resolve()).then(work).catch(() => logger.error('An event was lost'));
    queue = mine;
    void mine.then(() => {
      if (queue === mine) queue = undefined;
    });
  };

  return {
    on(name, handler) {
      if (!isEventName(name)) return warn('ACS-203');
      if (!isHandler(handler)) throw new ACSException('ACS-322', 'a handler must be a function');
      handlers.set(name, handler);
    },
    off(name) {
      if (name === undefined) {
        warn('ACS-202');
        if (handlers.size === 0) warn('ACS-205');
        return handlers.clear();
      }
      if (!isEventName(name)) return warn('ACS-203');
      if (!handlers.delete(name)) warn('ACS-205');
    },
    tell(name, payload) {
      if (queue) line(() => call(name, payload));
      else call(name, payload);
    },
    tellLater(name, find) {
      line(async () => {
        await pause(clock, 0);
        const payload = await find();
        if (payload) call(name, payload);
      });
    },
    rest: () => queue ?? Promise.resolve(),
  };
}

function isEventName(name: unknown): name is EventName {
  return EVENT_NAMES.some((known) => known === name);
}

function isHandler(handler: unknown): handler is EventHandler<never> {
  return typeof handler === 'function';
}
