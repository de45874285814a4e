export * from './createTokenApp.ts';
export * from './signedCookieSession.ts';
export type { UpstreamTokenOptions } from './upstreamTokens.ts';
export type { SignatureAlgorithm } from './keyRing.ts';
