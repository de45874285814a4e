export type { Fetch, RequestContext, ServerApp, SocketDuplex } from './app.ts';
export { createConnectorApp, type ConnectorOptions } from './connector/index.ts';
export { createPushApp, createRecordingProvider } from './push/index.ts';
export type {
  PushAppOptions,
  PushDevice,
  PushNotification,
  PushOutcome,
  PushPlatform,
  PushProvider,
  RecordedPush,
  RecordingProvider,
} from './push/index.ts';
export { createSandboxApp, type SandboxOptions } from './sandbox/index.ts';
export { createMemoryStore, StoreError } from './storage/index.ts';
export type { Json, ListRange, Row, Store, StoreErrorCode, Transaction } from './storage/index.ts';
export { createSignedCookieSession, createTokenApp } from './tokens/index.ts';
export type {
  SignatureAlgorithm,
  SignedCookieOptions,
  SignedCookieSession,
  SiteCustomer,
  SiteSession,
  TokenAppOptions,
  UpstreamTokenOptions,
} from './tokens/index.ts';
