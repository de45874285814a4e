import type { Logger } from '../lib/index.ts';
import type { ClientTiming } from './chatClient.ts';

/** Reads the times of the options: one out of its range is warned of and replaced by its default (axp.md 1.4). */
export function validTiming(given: Partial<ClientTiming> | undefined, logger: Logger): ClientTiming {
  const read = (name: keyof ClientTiming): number => {
    const { min, max, mayBeZero } = RANGES[name];
    const value = given?.[name];
    if (value === undefined) return min;
    if ((mayBeZero && value === 0) || (value >= min && value <= max)) return value;
    logger.warn(`${name} is out of range, the default is used`, { value, min, max });
    return min;
  };
  return {
    idleTimeoutMs: read('idleTimeoutMs'),
    idleShutdownGraceMs: read('idleShutdownGraceMs'),
    reconnectionTimeoutMs: read('reconnectionTimeoutMs'),
  };
}

interface Range {
  /** The default, too. */
  readonly min: number;
  readonly max: number;
  readonly mayBeZero?: boolean;
}

/** Milliseconds: the union of all documented ranges. The seed document's defaults are the least of each (axp.md 1.4). */
const RANGES: Readonly<Record<keyof ClientTiming, Range>> = {
  idleTimeoutMs: { min: 300_000, max: 3_300_000, mayBeZero: true },
  idleShutdownGraceMs: { min: 30_000, max: 300_000 },
  reconnectionTimeoutMs: { min: 120_000, max: 900_000 },
};
