export { createRedactor, type Redactor } from './createRedactor.ts';
export { decodeSessionLog } from './decodeSessionLog.ts';
export { SessionLogError, type SessionLogErrorCode } from './sessionLogError.ts';
export {
  recordSession,
  type RecordedClient,
  type RecordOptions,
  type SessionRecording,
} from './recordSession.ts';
export { replaySession, type ReplayedSession, type ReplayOptions } from './replaySession.ts';
export { SESSION_LOG_FORMAT, SESSION_LOG_VERSION, type LoggedEvent, type SessionLog } from './sessionLog.ts';
