import type { ChatState, EngagementState } from '../../model/index.ts';
import type { Cursor } from '../../protocol/index.ts';
import type { History } from '../history.ts';
import type { Inbox } from '../inbox/inbox.ts';
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

/** One's own messages that are shown as unsent. */
export function unsentIn(engagement: EngagementState): readonly OwnUnsent[] {
  return engagement.timeline.flatMap((item) => {
    if (item.kind !== 'message' || item.message.seq !== undefined) return [];
    const { clientMessageId, delivery } = item.message;
    const isUnsent = delivery.status === 'waiting' || delivery.status === 'sending';
    return clientMessageId && isUnsent ? [{ engagementId: engagement.engagementId, clientMessageId }] : [];
  });
}

/** Which message, and where. */
export interface OwnUnsent {
  readonly engagementId: EngagementState['engagementId'];
  readonly clientMessageId: NonNullable<
    Extract<EngagementState['timeline'][number], { kind: 'message' }>['message']['clientMessageId']
  >;
}
