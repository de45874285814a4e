import { isObject } from './isObject.ts';

/**
 * The page's part in keeping the token fresh, in any of the three documented spellings. A provider needs `onExpire`,
 * `onExpiry` or `fetchJwt`; the first two then call `setJwt`, the third answers with the token.
 */
export interface JwtProvider {
  /** The token has ended. */
  onExpire?(): unknown;
  /** The token ends soon. @param remainingTime milliseconds, 180 000 as a rule. */
  onExpireWarning?(remainingTime: number): unknown;
  /** The guide's name of `onExpire`. */
  onExpiry?(): unknown;
  /** The guide's name of `onExpireWarning`. */
  onExpiryWarning?(remainingTime: number): unknown;
  /** The overview's spelling: called three minutes before the end, and at the end; null where there is no token. */
  fetchJwt?(): string | null | undefined | Promise<string | null | undefined>;
}

/** A provider in one spelling. Nothing of it throws. */
export interface PlainProvider {
  /** Milliseconds. */
  warn(remainingMs: number): void;
  expire(): void;
  /** Present with `fetchJwt`. Resolves to undefined where there is no token. */
  readonly fetch?: () => Promise<string | undefined>;
}

/** Reads a provider; undefined for what is none. @param report hears that one of its members failed. */
export function readJwtProvider(given: unknown, report: (name: string) => void): PlainProvider | undefined {
  if (!isObject(given)) return undefined;
  const member = (name: string): ((...args: readonly unknown[]) => Promise<unknown>) | undefined => {
    const found = Reflect.get(given, name);
    if (typeof found !== 'function') return undefined;
    return async (...args) => {
      try {
        return await Reflect.apply(found, given, args);
      } catch {
        report(name);
        return undefined;
      }
    };
  };
  const expire = member('onExpire') ?? member('onExpiry');
  const warn = member('onExpireWarning') ?? member('onExpiryWarning');
  const fetch = member('fetchJwt');
  if (!expire && !fetch) return undefined;
  return {
    warn: (remainingMs) => void warn?.(remainingMs),
    expire: () => void expire?.(),
    ...(fetch && { fetch: async () => textOf(await fetch()) }),
  };
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given !== '' ? given : undefined;
}
