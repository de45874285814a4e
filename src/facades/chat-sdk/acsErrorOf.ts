import { ChatClientError, type ChatErrorCode } from '../../client/index.ts';
import { ACSException, type ErrorCode } from './acsException.ts';

/** What was being done when something failed: the same refusal means different things. */
export type Moment = 'init' | 'engagement' | 'join' | 'send' | 'messages' | 'older-messages' | 'update';

/** Any failure as the Chat SDK's error, by the table below; `docs/migration.md` shows it with the HTTP statuses. */
export function acsErrorOf(fault: unknown, moment: Moment): ACSException {
  if (fault instanceof ACSException) return fault;
  const { code, message } =
    fault instanceof ChatClientError ? fault : ({ code: 'internal', message: undefined } as const);
  return new ACSException(AT[moment][code] ?? ALWAYS[code] ?? REST[moment] ?? 'ACS-304', message, fault);
}

/** Whatever was being done. */
export const ALWAYS: Readonly<Partial<Record<ChatErrorCode, ErrorCode>>> = {
  unauthenticated: 'ACS-305',
  'token-expired': 'ACS-305',
  'no-token': 'ACS-305',
  unreachable: 'ACS-306',
  draining: 'ACS-306',
  'not-started': 'ACS-310',
  disposed: 'ACS-310',
  'engagement-not-joined': 'ACS-313',
  'not-found': 'ACS-314',
  'engagement-ended': 'ACS-314',
  'retry-not-allowed': 'ACS-318',
  'outbox-full': 'ACS-319',
  'session-gone': 'ACS-320',
  malformed: 'ACS-322',
  'too-long': 'ACS-322',
  'too-large': 'ACS-322',
  'file-type-refused': 'ACS-322',
  'not-supported': 'ACS-322',
};

/** What a code means at one moment only. */
export const AT: Readonly<Record<Moment, Readonly<Partial<Record<ChatErrorCode, ErrorCode>>>>> = {
  init: {
    'appkey-wrong': 'ACS-302',
    malformed: 'ACS-302',
    forbidden: 'ACS-307',
    'not-found': 'ACS-307',
    'origin-refused': 'ACS-311',
    'session-gone': 'ACS-311',
    disposed: 'ACS-311',
  },
  engagement: {},
  join: { 'engagement-ended': 'ACS-312' },
  send: {},
  messages: { unreachable: 'ACS-316' },
  'older-messages': { unreachable: 'ACS-317' },
  update: {},
};

/** What has no row of its own, where it is not an unexpected answer. */
const REST: Readonly<Partial<Record<Moment, ErrorCode>>> = {
  messages: 'ACS-316',
  'older-messages': 'ACS-317',
  update: 'ACS-319',
};
