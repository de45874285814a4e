import { useCallback } from 'react';
import type { Parameters } from '../protocol/index.ts';
import { useChatClient } from './useChatClient.ts';
import { useChatState } from './useChatState.ts';

const NONE: Parameters = {};

/** The session's parameters (for routing and for the agent's eyes), and how to change them. */
export function useSessionParameters(): SessionParameters {
  const client = useChatClient();
  const parameters = useChatState((state) => state.facts?.sessionParameters ?? NONE);
  const update = useCallback((changed: Parameters) => client.updateSessionParameters(changed), [client]);
  return { parameters, update };
}

/** What `useSessionParameters` returns. */
export interface SessionParameters {
  /** As the connector told them when the session began. */
  readonly parameters: Parameters;
  /** Merged; at most 20 in all, names of 64, values of 256 characters. Rejects with `ChatClientError`. */
  readonly update: (parameters: Parameters) => Promise<void>;
}
