import type { Logger } from '../lib/index.ts';
import type { ClientTiming } from './chatClient.ts';

/** Reads the times of the options: one out of its range is warned of and replaced by its default (axp.md 1.4). */
export function validTiming(given: Partial<ClientTiming> | undefined, logger: Logger): ClientTiming {
  const read = (name: keyof ClientTiming): number => {
    const { fallback, min, max, mayBeZero } = RANGES[name];
    const value = given?.[name];
    if (value === undefined) return fallback;
    if ((mayBeZero && value === 0) || (value >= min && value <= max)) return value;
    logger.warn(`${name} is out of range, the default is used`, { value, min, max, fallback });
    return fallback;
  };
  return {
    idleTimeoutMs: read('idleTimeoutMs'),
    idleShutdownGraceMs: read('idleShutdownGraceMs'),
    reconnectionTimeoutMs: read('reconnectionTimeoutMs'),
  };
}

interface Range {
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
  readonly mayBeZero?: boolean;
}

/** Milliseconds. Defaults of the seed document, ranges the union of all documented ones (axp.md 1.4). */
const RANGES: Readonly<Record<keyof ClientTiming, Range>> = {
  idleTimeoutMs: { fallback: 300_000, min: 300_000, max: 3_300_000, mayBeZero: true },
  idleShutdownGraceMs: { fallback: 30_000, min: 30_000, max: 300_000 },
  reconnectionTimeoutMs: { fallback: 120_000, min: 120_000, max: 900_000 },
};
