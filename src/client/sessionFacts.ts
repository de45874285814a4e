import type { SessionFacts } from '../model/index.ts';
import type { SessionView } from '../protocol/index.ts';

/** What a session view tells that stays, as the model keeps it. */
export function factsOf(view: SessionView): SessionFacts {
  const { sessionId, participantId, integrationId, kind, displayName, sessionParameters, limits, features } =
    view;
  return {
    ...{ sessionId, participantId, integrationId, kind, displayName, sessionParameters, limits, features },
  };
}
