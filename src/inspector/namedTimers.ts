import type { ChatState } from '../model/index.ts';
import type { PendingTimer } from './traceFacts.ts';

/** What a timer is for, as far as its length tells. */
export type TimerPurpose =
  'token-reminder' | 'token-renewal' | 'token-end' | 'idle' | 'idle-end' | 'reconnect' | 'session-retry';

/** A timer that has a name. */
export interface NamedTimer {
  readonly purpose: TimerPurpose;
  readonly dueAtMs: number;
}

/** Chat SDK: the reminder comes three minutes before the end (axp.md 1.11). */
const REMINDER_BEFORE_MS = 180_000;
/** Renewal at this part of a token's life (guarantees 2.3, rule 11). */
const RENEW_AT = 0.8;
/** Two readings of a clock in one turn. */
const SAME_MS = 50;

/**
 * Tells what the client's timers are for: the clock it was given knows only when each is due. Those of a token are set in
 * one turn and stand to each other as the rules say; the others end when the state says that something happens.
 * @param idleTimeoutMs of the client's timing.
 */
export function namedTimers(
  timers: readonly PendingTimer[],
  { connection, session, idle }: Pick<ChatState, 'connection' | 'session' | 'idle'>,
  idleTimeoutMs: number,
): readonly NamedTimer[] {
  const retryAtMs = connection.status === 'failed' ? connection.retryAtMs : undefined;
  const sessionAtMs = session.status === 'failed' ? session.retryAtMs : undefined;
  const endsAtMs = idle.status === 'warning' ? idle.endsAtMs : undefined;
  const purposeOf = (timer: PendingTimer): TimerPurpose | undefined => {
    if (isNear(timer.dueAtMs, endsAtMs)) return 'idle-end';
    if (isNear(timer.dueAtMs, retryAtMs)) return 'reconnect';
    if (isNear(timer.dueAtMs, sessionAtMs)) return 'session-retry';
    return purposeInToken(timer, timers) ?? (timer.rootDelayMs === idleTimeoutMs ? 'idle' : undefined);
  };
  return timers
    .flatMap((timer) => {
      const purpose = purposeOf(timer);
      return purpose === undefined ? [] : [{ purpose, dueAtMs: timer.dueAtMs }];
    })
    .toSorted((a, b) => a.dueAtMs - b.dueAtMs);
}

function purposeInToken(timer: PendingTimer, all: readonly PendingTimer[]): TimerPurpose | undefined {
  const mates = all.filter(({ setAtMs }) => isNear(setAtMs, timer.setAtMs));
  const has = (delayMs: number): boolean => mates.some((mate) => isNear(mate.delayMs, delayMs));
  const { delayMs } = timer;
  if (has(delayMs * RENEW_AT) && (has(delayMs - REMINDER_BEFORE_MS) || delayMs < REMINDER_BEFORE_MS))
    return 'token-end';
  const lifeMs = delayMs + REMINDER_BEFORE_MS;
  const isReminder = has(lifeMs) && has(lifeMs * RENEW_AT);
  const isRenewal = delayMs > 0 && has(delayMs / RENEW_AT);
  // Of a life of fifteen minutes both come at once; the reminder was set first.
  const isFirst = mates.findLast((mate) => isNear(mate.delayMs, delayMs)) !== timer;
  if (isReminder && (!isRenewal || isFirst)) return 'token-reminder';
  return isRenewal ? 'token-renewal' : undefined;
}

function isNear(atMs: number, otherMs: number | undefined): boolean {
  return otherMs !== undefined && Math.abs(atMs - otherMs) <= SAME_MS;
}
