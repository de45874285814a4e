import type { ConnectionRecord, DialogRecord, MessageRecord } from './records.ts';

/** Everything that can happen to a dialog. State changes by folding these, and by nothing else. */
export type DialogEvent =
  | { readonly type: 'participant-connected'; readonly connection: ConnectionRecord }
  | { readonly type: 'participant-disconnected'; readonly participantId: string }
  | { readonly type: 'message-added'; readonly message: MessageRecord }
  | { readonly type: 'session-joined'; readonly sessionId: string }
  | { readonly type: 'session-left'; readonly sessionId: string }
  | { readonly type: 'customer-recognised'; readonly customerKey: string; readonly name: string }
  | {
      readonly type: 'parameters-changed';
      readonly session?: DialogRecord['sessionParameters'];
      readonly engagement?: DialogRecord['engagementParameters'];
    }
  | {
      readonly type: 'queued';
      readonly queueId: string;
      readonly requiredAttributes: readonly string[];
      readonly target?: NonNullable<DialogRecord['target']>;
      /** Keeps its old place in the queue. */
      readonly keepPlace?: boolean;
    }
  | { readonly type: 'alerted'; readonly alert: NonNullable<DialogRecord['alert']> }
  /** Only `unanswered` and `declined` count as tried. */
  | { readonly type: 'alert-passed'; readonly reason: 'unanswered' | 'declined' | 'agent-unavailable' }
  | { readonly type: 'accepted'; readonly agentId: string }
  | { readonly type: 'customer-read'; readonly index: number }
  | { readonly type: 'terminated'; readonly by: 'agent' | 'customer' | 'system' };
