import type { Timer } from '../../../lib/index.ts';
import type { Connector } from '../connector.ts';
import { readEngagement, readMessage } from '../engagements/engagementRecord.ts';
import { markDelivered, markFailed, markUnconfirmed } from '../engagements/messageFacts.ts';
import { keys } from '../keys.ts';
import { inUnit } from '../log/unit.ts';
import { readSession } from '../sessions/sessionRecord.ts';
import { decodeStored } from '../storedRow.ts';
import { decodeSettling, type Settling } from './jobRecord.ts';
import { dialogOf } from './outgoing.ts';

/**
 * Waits for the truth about messages whose sending ended in the dark: by their echo, or by the transcript where the
 * contact centre has one. After 30 s without either they are "unconfirmed"; nothing is ever sent again here.
 */
export interface Settler {
  watch(settling: Settling): void;
  start(): Promise<void>;
  stop(): void;
}

/** @param connector read late: the settler is a part of what it is given. */
export function createSettler(connector: () => Connector): Settler {
  const timers = new Map<string, Timer>();
  let stopped = false;

  const plan = (settling: Settling): void => {
    if (stopped) return;
    const { clock } = connector();
    clock.clear(timers.get(settling.messageId));
    const timer = clock.after(LOOK_EVERY_MS, () => {
      timers.delete(settling.messageId);
      void look(settling).catch((error: unknown) => {
        const text = error instanceof Error ? error.message : 'unknown';
        connector().logger.error('settling a message failed; later again', { error: text });
        plan(settling);
      });
    });
    timers.set(settling.messageId, timer);
  };

  async function look(settling: Settling): Promise<void> {
    const found = await ask(connector(), settling);
    const overMs = connector().clock.now() - settling.sinceMs - SETTLE_WITHIN_MS;
    const open = await inUnit(connector(), async (unit) => {
      const message = await readMessage(unit.rows, settling.messageId);
      if (message?.delivery !== 'accepted') {
        await unit.rows.delete(keys.settling(settling.messageId));
        return false;
      }
      if (found === 'found') await markDelivered(unit, message);
      else if (overMs < 0) return true;
      else if (found === 'absent') await markFailed(unit, message, 'It did not reach the contact centre.');
      else await markUnconfirmed(unit, message);
      return false;
    });
    if (open) plan(settling);
  }

  return {
    watch: plan,
    async start() {
      const rows = await connector().store.transact((transaction) =>
        transaction.list({ prefix: keys.settlings }),
      );
      for (const [key, value] of rows) plan(decodeStored(key, value, decodeSettling));
    },
    stop() {
      stopped = true;
      for (const timer of timers.values()) connector().clock.clear(timer);
      timers.clear();
    },
  };
}

const LOOK_EVERY_MS = 2000;
const SETTLE_WITHIN_MS = 30_000;

/** `undefined`: this contact centre cannot be asked, or does not answer now. */
async function ask(connector: Connector, settling: Settling): Promise<'found' | 'absent' | undefined> {
  const place = await connector.store.transact(async (rows) => {
    const engagement = await readEngagement(rows, settling.engagementId);
    const session = await readSession(rows, settling.sessionId);
    return engagement && session ? { engagement, session } : undefined;
  });
  const adapter = place && connector.adapterOf(place.engagement.integrationId);
  if (!adapter) return undefined;
  const outcome = await adapter.findSent(dialogOf(place.engagement, place.session), settling.messageId);
  return outcome.kind === 'done' && outcome.value !== 'unlisted' ? outcome.value : undefined;
}
