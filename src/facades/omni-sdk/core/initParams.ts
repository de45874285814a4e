import { decodeParameters, type Parameters } from '../../../protocol/index.ts';
import { isObject } from './isObject.ts';
import { readJwtProvider, type JwtProvider, type PlainProvider } from './jwtProvider.ts';
import { AxpOmniSdkError } from './omniSdkError.ts';
import { plainToken } from './plainToken.ts';
import { readHost } from './readHost.ts';
import { LogLevel } from './types.ts';

/** What `AxpOmniSdk.init` takes. */
export interface AxpOmniSdkInitParams {
  /** A region's code, a host's name or a whole address: the connector's. */
  readonly host: string;
  readonly integrationId: string;
  /** Mind the capital: the Chat SDK writes `appkey`. */
  readonly appKey: string;
  /** The first token. May be left out where the provider has `fetchJwt`. */
  readonly token?: string;
  readonly jwtProvider?: JwtProvider;
  /** The guide's spelling of `jwtProvider`; one of both is needed. */
  readonly JwtProvider?: JwtProvider;
  /** Used only where the token has no name. At most 70 characters. */
  readonly displayName?: string;
  /** In capitals or small letters; default WARN. */
  readonly logLevel?: LogLevel | Lowercase<LogLevel>;
  /** Milliseconds, 300 000 to 3 300 000, 0 switches it off; default 900 000 (the mobile documents'). */
  readonly idleTimeoutDuration?: number;
  /** Milliseconds, 30 000 to 300 000; default 30 000. */
  readonly idleShutdownGraceTimeoutDuration?: number;
  /** At most 20; keys of 64, values of 256 characters. */
  readonly sessionParameters?: Readonly<Record<string, string>>;
}

/** Checked parameters. */
export interface InitParams {
  readonly baseUrl: string;
  readonly integrationId: string;
  readonly appkey: string;
  readonly token?: string;
  readonly provider: PlainProvider;
  readonly displayName?: string;
  readonly logLevel?: LogLevel;
  readonly idleTimeoutMs: number;
  readonly idleShutdownGraceMs: number;
  readonly sessionParameters?: Parameters;
}

/** See `AxpOmniSdkInitParams`. */
export const IDLE_TIMEOUT_MS = 900_000;
/** See `AxpOmniSdkInitParams`. */
export const IDLE_SHUTDOWN_GRACE_MS = 30_000;

/**
 * Reads what was given to `init`. Throws MissingMandatoryParameter, ConstraintViolation or Unauthorized; times out of their range
 * are left to the client, which warns of them and takes its own.
 */
export function readInit(given: unknown, report: (name: string) => void): InitParams {
  if (!isObject(given)) throw missing('the parameters');
  const provider = readJwtProvider(given['jwtProvider'] ?? given['JwtProvider'], report);
  const host = needed(given, 'host');
  const integrationId = needed(given, 'integrationId');
  const appkey = needed(given, 'appKey');
  const { displayName, logLevel, token } = given;
  if (!provider) throw missing('a jwtProvider with onExpire or fetchJwt');
  const isFetched = provider.fetch !== undefined && (token === undefined || token === null);
  if (displayName !== undefined && typeof displayName !== 'string') throw wrong('displayName must be a text');
  return {
    baseUrl: readHost(host),
    integrationId,
    appkey,
    provider,
    ...(!isFetched && { token: plainToken(token) }),
    ...(typeof displayName === 'string' && { displayName }),
    ...logLevelIn(logLevel),
    idleTimeoutMs: durationIn(given, 'idleTimeoutDuration', IDLE_TIMEOUT_MS),
    idleShutdownGraceMs: durationIn(given, 'idleShutdownGraceTimeoutDuration', IDLE_SHUTDOWN_GRACE_MS),
    ...parametersIn(given['sessionParameters']),
  };
}

/** The level of this name in capitals or small letters; undefined where there is none. */
export function readLogLevel(given: unknown): LogLevel | undefined {
  const name = typeof given === 'string' ? given.toUpperCase() : '';
  return Object.values(LogLevel).find((level) => level === name);
}

/** A map of short texts by name. Throws ConstraintViolation for anything else. */
export function readParameters(given: unknown): Parameters {
  const decoded = decodeParameters(given);
  if (!decoded.ok) throw wrong('parameters must be at most 20 texts of 256 characters, by names of 64');
  return decoded.value;
}

function needed(given: Readonly<Record<string, unknown>>, name: string): string {
  const value = given[name];
  if (value === undefined || value === null || value === '') throw missing(name);
  if (typeof value !== 'string') throw wrong(`${name} must be a text`);
  return value;
}

function durationIn(given: Readonly<Record<string, unknown>>, name: string, fallback: number): number {
  const value = given[name];
  if (value === undefined) return fallback;
  if (typeof value !== 'number' || Number.isNaN(value))
    throw wrong(`${name} must be a number of milliseconds`);
  return value;
}

function logLevelIn(given: unknown): { readonly logLevel?: LogLevel } {
  const logLevel = readLogLevel(given);
  return logLevel ? { logLevel } : {};
}

function parametersIn(given: unknown): { readonly sessionParameters?: Parameters } {
  return given === undefined ? {} : { sessionParameters: readParameters(given) };
}

function missing(what: string): AxpOmniSdkError {
  return new AxpOmniSdkError('MissingMandatoryParameter', `init needs ${what}`);
}

function wrong(why: string): AxpOmniSdkError {
  return new AxpOmniSdkError('ConstraintViolation', why);
}
