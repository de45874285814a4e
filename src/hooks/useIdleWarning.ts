import { useCallback } from 'react';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

/** The warning before a quiet session is closed, and how to stay. */
export function useIdleWarning(): IdleWarningState {
  const client = useChatClient();
  const idle = useChatState((state) => state.idle);
  const stay = useCallback(() => client.resetIdleTimeout(), [client]);
  return { warning: idle.status === 'warning' ? idle : undefined, stay };
}

/** What `useIdleWarning` returns. */
export interface IdleWarningState {
  /** Present while the warning stands: the session ends at `endsAtMs` (wall clock), `graceMs` after it began. */
  readonly warning: { readonly endsAtMs: number; readonly graceMs: number } | undefined;
  readonly stay: () => void;
}
