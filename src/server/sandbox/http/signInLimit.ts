import type { Clock } from '../../../lib/index.ts';
import { ProblemError } from './problem.ts';

/** Wrong passwords per user within the window, before the user has to wait. */
const TRIES = 10;
const WINDOW_MS = 5 * 60 * 1000;
/** Users remembered at once. */
const REMEMBERED = 10_000;

/** Slows down guessing of passwords. It lives in memory: a restart forgives. */
export interface SignInLimit {
  /** @throws ProblemError 429 */
  check(user: string): void;
  failed(user: string): void;
  succeeded(user: string): void;
}

/** A limit by user name. */
export function createSignInLimit(clock: Clock): SignInLimit {
  const failures = new Map<string, { count: number; sinceMs: number }>();
  const keyOf = (user: string): string => user.toLowerCase();
  const recent = (user: string) => {
    const entry = failures.get(keyOf(user));
    return entry && clock.monotonic() - entry.sinceMs < WINDOW_MS ? entry : undefined;
  };
  return {
    check(user) {
      if ((recent(user)?.count ?? 0) >= TRIES)
        throw new ProblemError(429, 'Too many wrong passwords: wait five minutes.');
    },
    failed(user) {
      const entry = recent(user) ?? { count: 0, sinceMs: clock.monotonic() };
      if (failures.size >= REMEMBERED) failures.clear();
      failures.set(keyOf(user), { ...entry, count: entry.count + 1 });
    },
    succeeded: (user) => void failures.delete(keyOf(user)),
  };
}
