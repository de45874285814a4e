import type { DeskCustomer, DeskEngagementDetails, DeskSnapshot } from '../../../protocol/desk/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { given } from '../core/given.ts';
import type { Office } from '../core/office.ts';
import type { DialogRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import { instant } from '../core/world.ts';
import type { World } from '../core/world.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { waitingDialogs } from '../routing/routeQueue.ts';
import { deskAgents, deskAlert, deskEngagement, deskMessage, deskQueue } from './views.ts';

/** Past engagements shown in a list. */
const PAST = 20;

/** The whole desk of one agent, with the cursor from which the stream goes on. */
export function deskSnapshot(office: Office, agentId: string): Promise<DeskSnapshot> {
  return office.read(async (tx) => {
    // Taken first: an event that is published meanwhile comes again after the snapshot, and changes nothing.
    const cursor = office.feed.cursor();
    const agents = await deskAgents(tx);
    const me = agents.find((one) => one.agentId === agentId);
    if (!me) throw new ProblemError(401, 'Sign in first.');
    const engagements: DeskEngagementDetails[] = [];
    for (const id of await tables.agentDialogs.list(tx, [agentId]))
      engagements.push(await engagementDetails(office, tx, id));
    const ringing = (await waitingDialogs({ tx })).filter(({ alert }) => alert?.agentId === agentId);
    const alerts = await Promise.all(ringing.map((dialog) => deskAlert(office, tx, dialog)));
    const past = await tables.agentPast.list(tx, [agentId], { reverse: true, limit: PAST });
    const integrations = await tables.integrations.list(tx);
    return {
      cursor,
      serverTime: instant(office.clock.now()),
      me,
      agents,
      queues: integrations.map(({ integrationId, name }) => ({ queueId: integrationId, name })),
      queue: await deskQueue(tx),
      alerts: alerts.filter((one) => one !== undefined),
      engagements,
      history: await cards(office, tx, past),
    };
  });
}

/** One engagement whole. @throws ProblemError 404 */
export async function engagementDetails(
  world: World,
  tx: Transaction,
  dialogId: string,
): Promise<DeskEngagementDetails> {
  const dialog = await tables.dialogs.get(tx, dialogId);
  if (!dialog) throw notFound('engagement');
  const rows = await tables.messages.list(tx, [dialogId]);
  return {
    engagement: await deskEngagement(world, tx, dialog),
    messages: await Promise.all(rows.map((row) => deskMessage(world, dialog, row))),
    customer: await deskCustomer(world, tx, dialog),
  };
}

async function deskCustomer(world: World, tx: Transaction, dialog: DialogRecord): Promise<DeskCustomer> {
  const customer = await tables.customers.get(tx, dialog.customerKey);
  if (!customer) throw notFound('customer');
  const ids = await tables.customerDialogs.list(tx, [dialog.customerKey], { reverse: true, limit: PAST + 1 });
  const others = ids.filter((id) => id !== dialog.dialogId).slice(0, PAST);
  return {
    customerKey: customer.customerKey,
    name: customer.name,
    verified: customer.verified,
    identifiers: customer.identifiers,
    present: customer.presentIn.length > 0,
    past: await cards(world, tx, others),
    ...given({ customerId: customer.verified ? customer.customerId : undefined }),
  };
}

async function cards(world: World, tx: Transaction, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => tables.dialogs.get(tx, id)));
  const dialogs = found.filter((one) => one !== undefined);
  return Promise.all(dialogs.map((dialog) => deskEngagement(world, tx, dialog)));
}
