import type { Connector } from '../connector.ts';
import { engagementsOf } from '../engagements/engagementRecord.ts';
import { dialogOf } from '../jobs/outgoing.ts';
import { readSession } from './sessionRecord.ts';

/** Tells the contact centre's side (our sandbox only) whether the customer has a stream. Best effort, not repeated. */
export function tellPresence(connector: Connector, sessionId: string, present: boolean): void {
  if (!connector.settings.sandboxExtensions) return;
  void tell(connector, sessionId, present).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : 'unknown';
    connector.logger.warn('the presence of a customer could not be told', { error: text });
  });
}

async function tell(connector: Connector, sessionId: string, present: boolean): Promise<void> {
  const dialogs = await connector.store.transact(async (rows) => {
    const session = await readSession(rows, sessionId);
    const engagements = session ? await engagementsOf(rows, session.customerKey) : [];
    const known = engagements.filter((each) => each.upstream && each.status !== 'TERMINATED');
    return session ? known.slice(-1).map((each) => ({ each, dialog: dialogOf(each, session) })) : [];
  });
  for (const { each, dialog } of dialogs) {
    await connector.adapterOf(each.integrationId)?.setPresence(dialog, present);
  }
}
