import type { Subscription } from '../../../protocol/axp/index.ts';
import type { Transaction } from '../../storage/index.ts';
import type { DialogRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import type { CallbackBody } from './callbackOf.ts';
import { wants } from './wants.ts';

/** Writes callbacks into the job table, inside the transaction of what they tell of. */
export interface Jobs {
  add(dialog: DialogRecord, callback: CallbackBody): Promise<void>;
}

/**
 * Jobs of one transaction. A lane is a subscription and an engagement: within it callbacks keep their order.
 * @param lanes collects the keys of lanes that got work.
 */
export function createJobs(tx: Transaction, nowMs: number, lanes: Set<string>): Jobs {
  let next: number | undefined;
  let known: readonly Subscription[] | undefined;
  return {
    async add(dialog, callback) {
      known ??= await tables.subscriptions.list(tx);
      for (const subscription of known) {
        if (subscription.channelProviderId !== dialog.channelProviderId) continue;
        if (!wants(subscription.eventTypes, callback)) continue;
        next ??= (await tables.counters.get(tx, 'job')) ?? 0;
        next += 1;
        await tables.counters.put(tx, ['job'], next);
        const { subscriptionId } = subscription;
        const { engagementId } = dialog;
        const jobId = String(next).padStart(15, '0');
        await tables.jobs.put(tx, [subscriptionId, engagementId, jobId], {
          jobId,
          subscriptionId,
          engagementId,
          createdAtMs: nowMs,
          callback: JSON.stringify(callback),
        });
        lanes.add(tables.jobs.keyOf(subscriptionId, engagementId));
      }
    },
  };
}
