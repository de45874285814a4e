import type { ChatState } from '../../model/index.ts';
import type { Cursor } from '../../protocol/index.ts';
import type { History } from '../history.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Core } from '../live/core.ts';
import type { Session } from '../session.ts';

/** Where another tab stopped: what was shown, and up to where it had read. */
export interface Seed {
  /** Whose it is; see `subjectOf`. */
  readonly subject: string;
  readonly state: ChatState;
  readonly cursor: Cursor | undefined;
}

/** Lets the parts of a new client go on from a seed. Every row of the state stands in for what was read to make it. */
export function plantSeed(
  { inbox, history, session }: { inbox: Inbox; history: History; session: Session },
  { state, cursor }: Seed,
): void {
  if (cursor) inbox.setCursor(cursor);
  if (state.facts) session.resume(state.facts.sessionId);
  for (const engagement of Object.values(state.engagements)) {
    inbox.adopt(engagement);
    history.adopt(engagement);
  }
}

/** Hands back as failed what only the memory of a tab held which is no more. */
export function giveUpOrphans({ publish, state, parts }: Core): void {
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
