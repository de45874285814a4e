import type { DeskEvent } from '../../../protocol/desk/index.ts';
import type { DialogRecord } from '../core/records.ts';
import type { Change, Work } from '../core/work.ts';
import type { FedEvent } from './deskFeed.ts';
import { deskAgents, deskAlert, deskEngagement, deskMessage, deskQueue } from './views.ts';

type Told = Omit<FedEvent, 'cursor'>;

/** What the desks are told of a write, in order; called at its end, inside its transaction. */
export async function eventsOf(work: Work): Promise<readonly Told[]> {
  const { world, tx, outcome } = work;
  const told: Told[] = [];
  for (const change of outcome.changes) told.push(...(await eventsOfChange(work, change)));
  told.push(...(await updatedCards(work)));
  for (const { customerKey, present } of outcome.presence)
    told.push({ event: { type: 'customer-presence', customerKey, present } });
  if (outcome.changes.some(queueMoved))
    told.push({ event: { type: 'queue-changed', queue: await deskQueue(tx) } });
  if (
    outcome.agentsChanged ||
    outcome.changes.some(
      ({ before, after }) =>
        before.agentId !== after.agentId || (before.phase !== after.phase && after.phase === 'closed'),
    )
  )
    told.push({ event: { type: 'agents-changed', agents: await deskAgents(tx) } });
  world.logger.debug('A write was told.', { events: told.length });
  return told;
}

async function eventsOfChange(work: Work, { before, after, event }: Change): Promise<readonly Told[]> {
  const { world } = work;
  const id = after.dialogId;
  const toAgent = (agentId: string | undefined, told: DeskEvent): readonly Told[] =>
    agentId === undefined ? [] : [{ agentId, event: told }];
  if (event.type === 'message-added') {
    const message = await deskMessage(world, after, event.message);
    return toAgent(after.phase === 'agent' ? after.agentId : undefined, { type: 'message', id, message });
  }
  if (event.type === 'customer-read')
    return toAgent(after.agentId, { type: 'message-read', id, index: after.customerReadIndex });
  if (event.type === 'alerted') {
    const alert = await deskAlert(world, work.tx, after);
    return alert ? toAgent(event.alert.agentId, { type: 'alert', alert }) : [];
  }
  if (before.alert && !after.alert)
    return toAgent(before.alert.agentId, { type: 'alert-withdrawn', id, reason: withdrawal(event) });
  return [];
}

function withdrawal(event: Change['event']): Extract<DeskEvent, { type: 'alert-withdrawn' }>['reason'] {
  switch (event.type) {
    case 'alert-passed':
      return event.reason;
    case 'accepted':
      return 'accepted';
    case 'terminated':
      return 'customer-left';
    default:
      return 'agent-unavailable';
  }
}

/** One card per dialog and reader: those who have it and those who just lost it. Messages alone change no card. */
async function updatedCards(work: Work): Promise<readonly Told[]> {
  const readers = new Map<string, { dialog: DialogRecord; agents: Set<string> }>();
  for (const { before, after, event } of work.outcome.changes) {
    const entry = readers.get(after.dialogId) ?? { dialog: after, agents: new Set<string>() };
    entry.dialog = after;
    const quiet = event.type === 'message-added' || event.type === 'customer-read';
    for (const agentId of quiet ? [] : [before.agentId, after.agentId])
      if (agentId !== undefined) entry.agents.add(agentId);
    readers.set(after.dialogId, entry);
  }
  const told: Told[] = [];
  for (const { dialog, agents } of readers.values()) {
    if (agents.size === 0) continue;
    const engagement = await deskEngagement(work.world, work.tx, dialog);
    for (const agentId of agents) told.push({ agentId, event: { type: 'engagement-updated', engagement } });
  }
  return told;
}

function queueMoved({ before, after }: Change): boolean {
  const waits = ({ phase }: DialogRecord): boolean => phase === 'queued' || phase === 'alerting';
  return before.phase !== after.phase && (waits(before) || waits(after));
}
