import type { ClientTiming } from '../../client/index.ts';
import { decode } from '../../lib/index.ts';
import { ACSException, type WarningCode } from './acsException.ts';
import type { LogLevel } from './chatSdk.ts';

/** Checked `Config`: milliseconds where it has seconds. */
export interface Settings {
  readonly timing: ClientTiming;
  /** Absent: as it is. */
  readonly logLevel?: LogLevel;
}

/**
 * Reads the configuration: a number out of its range is warned of and its default is used. Defaults of the seed document, the
 * union of the documented ranges (axp.md 1.4). Throws ACS-303 for what is no object.
 */
export function readConfig(given: unknown, warn: (code: WarningCode) => void): Settings {
  if (given === undefined || given === null) warn('ACS-201');
  else if (!decode.isRecord(given)) throw new ACSException('ACS-303', 'an object is wanted');
  const config = decode.isRecord(given) ? given : {};
  const { logLevel } = config;
  const isLevel = isLogLevel(logLevel);
  if (logLevel !== undefined && !isLevel) warn('ACS-210');
  const read = (name: keyof typeof RANGES): number => {
    const { fallback, min, max, mayBeZero, code } = RANGES[name];
    const value = config[name];
    if (value === undefined) return fallback * 1000;
    const isGood =
      typeof value === 'number' && ((value >= min && value <= max) || (mayBeZero && value === 0));
    if (!isGood) warn(code);
    return (isGood ? value : fallback) * 1000;
  };
  return {
    timing: {
      reconnectionTimeoutMs: read('reconnectionTimeout'),
      idleTimeoutMs: read('idleTimeout'),
      idleShutdownGraceMs: read('idleShutdownGraceTimeout'),
    },
    ...(isLevel && { logLevel }),
  };
}

/** Whether it is one of the five. */
export function isLogLevel(input: unknown): input is LogLevel {
  return LOG_LEVELS.some((level) => level === input);
}

/** From most to least verbose. */
export const LOG_LEVELS: readonly LogLevel[] = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'OFF'];

/** Seconds. */
const RANGES = {
  reconnectionTimeout: { fallback: 120, min: 120, max: 900, mayBeZero: false, code: 'ACS-207' },
  idleTimeout: { fallback: 300, min: 300, max: 3300, mayBeZero: true, code: 'ACS-208' },
  idleShutdownGraceTimeout: { fallback: 30, min: 30, max: 300, mayBeZero: false, code: 'ACS-209' },
} as const;
