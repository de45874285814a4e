import type { Parameters } from '../../../protocol/index.ts';
import type { Connector } from '../connector.ts';
import { inUnit } from '../log/unit.ts';
import { ownedEngagement, ownedSession } from '../sessions/ownedSession.ts';
import { mergeParameters, pageParameters } from '../sessions/pageParameters.ts';
import { writeSession } from '../sessions/sessionRecord.ts';
import { settled } from '../upstream/settled.ts';
import { writeEngagement } from './engagementRecord.ts';
import type { Asker } from './openEngagement.ts';

/** Merges parameters into the session's; where the contact centre has sessions it is told at once. */
export async function setSessionParameters(
  connector: Connector,
  asker: Asker,
  change: Parameters,
): Promise<void> {
  const clean = pageParameters(change, connector.logger);
  const { upstreamSessionId, integrationId } = await inUnit(connector, async (unit) => {
    const session = await ownedSession(unit.rows, asker.sessionId, asker.customer);
    const merged = { ...session, parameters: mergeParameters(session.parameters, clean) };
    await writeSession(unit.rows, merged);
    return merged;
  });
  const adapter = connector.adapterOf(integrationId);
  if (adapter && upstreamSessionId !== undefined) {
    settled(await adapter.setSessionParameters(upstreamSessionId, clean));
  }
}

/**
 * Merges parameters into an engagement's. On messaging they go with the next message; Custom Chat takes an engagement's
 * only at its making, so later ones are told as the session's, which are used for routing together with them.
 */
export async function setContextParameters(
  connector: Connector,
  asker: Asker,
  engagementId: string,
  change: Parameters,
): Promise<void> {
  const clean = pageParameters(change, connector.logger);
  const { session, adapter } = await inUnit(connector, async (unit) => {
    const owner = await ownedSession(unit.rows, asker.sessionId, asker.customer);
    const engagement = await ownedEngagement(unit.rows, owner, engagementId);
    const parameters = mergeParameters(engagement.parameters, clean);
    await writeEngagement(unit.rows, { ...engagement, parameters });
    return { session: owner, adapter: connector.adapterOf(engagement.integrationId) };
  });
  if (adapter && session.upstreamSessionId !== undefined) {
    settled(await adapter.setSessionParameters(session.upstreamSessionId, clean));
  }
}
