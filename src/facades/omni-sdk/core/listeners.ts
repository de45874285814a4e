import { uuidV4, type Logger, type Random } from '../../../lib/index.ts';
import { AxpOmniSdkError } from './omniSdkError.ts';
import type { EventHandler } from './types.ts';

/** The handlers of one event, each by the id that it got. */
export interface Listeners<T> {
  /** Returns the id to remove it by. Throws ConstraintViolation for what is no function. */
  add(handler: EventHandler<T>): string;
  /** An id that is unknown changes nothing. */
  remove(id: string): void;
  /** In the order of adding; one that fails does not stop the others. */
  tell(payload: T): void;
  clear(): void;
}

/** Makes an empty set. @param random where the ids come from; the logger hears of handlers that fail. */
export function createListeners<T>(random: Random, logger: Logger): Listeners<T> {
  const handlers = new Map<string, EventHandler<T>>();
  const failed = (): void => logger.error('A listener failed');
  return {
    add(handler) {
      if (typeof handler !== 'function')
        throw new AxpOmniSdkError('ConstraintViolation', 'A listener must be a function');
      const id = uuidV4(random);
      handlers.set(id, handler);
      return id;
    },
    remove: (id) => void handlers.delete(id),
    tell(payload) {
      for (const handler of [...handlers.values()])
        try {
          Promise.resolve(handler(payload)).catch(failed);
        } catch {
          failed();
        }
    },
    clear: () => handlers.clear(),
  };
}
