import type { Core } from '../live/core.ts';
import type { Parts } from '../parts.ts';

/** Hands back as failed what only the memory of a tab held which is no more. */
export function giveUpOrphans({ publish, state, parts }: Core<Parts>): void {
  for (const { engagementId, timeline } of Object.values(state().engagements))
    for (const item of timeline) {
      if (item.kind !== 'message' || item.message.seq !== undefined) continue;
      const { clientMessageId, delivery } = item.message;
      const isUnsent = delivery.status === 'waiting' || delivery.status === 'sending';
      if (!clientMessageId || !isUnsent || parts.outbox.has(clientMessageId)) continue;
      const refusal = { code: 'internal', detail: '', retryable: true } as const;
      publish({ type: 'MESSAGE_REJECTED', engagementId, clientMessageId, ...refusal });
    }
}
