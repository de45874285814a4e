import type { ChatClientOptions } from '../../../client/index.ts';
import type { InitParams } from './initParams.ts';
import type { TokenSupply } from './tokenSupply.ts';

/** The reconnection window: five minutes, fixed (axp.md 5.1). */
const RECONNECTION_TIMEOUT_MS = 300_000;

/** What was given to `init`, as our client takes it; without its world. */
export function clientOptions(params: InitParams, tokens: TokenSupply): Omit<ChatClientOptions, 'world'> {
  const { baseUrl, integrationId, displayName, sessionParameters } = params;
  return {
    baseUrl,
    integrationId,
    jwtProvider: tokens.provide,
    ...(displayName !== undefined && { displayName }),
    ...(sessionParameters && { sessionParameters }),
    timing: {
      idleTimeoutMs: params.idleTimeoutMs,
      idleShutdownGraceMs: params.idleShutdownGraceMs,
      reconnectionTimeoutMs: RECONNECTION_TIMEOUT_MS,
    },
  };
}
