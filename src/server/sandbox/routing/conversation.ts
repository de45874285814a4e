import { given } from '../core/given.ts';
import type { DialogRecord } from '../core/records.ts';
import { disconnect, saySystem } from '../core/say.ts';
import { tables } from '../core/tables.ts';
import type { Work } from '../core/work.ts';
import { chooseQueue, mergedParameters } from './chooseQueue.ts';
import { isOpen } from './openingHours.ts';
import { routeQueue, suits, waitingDialogs } from './routeQueue.ts';
import { systemWords } from './systemWords.ts';

/** Puts a conversation into the queue its parameters choose, rings for it, and tells the customer who waits why. */
export async function enqueue(work: Work, dialogId: string): Promise<void> {
  const dialog = await work.dialog(dialogId);
  const integration = await tables.integrations.get(work.tx, dialog.integrationId);
  if (!integration) return failConversation(work, dialogId, 'The integration does not exist.');
  const choice = chooseQueue(integration, mergedParameters(dialog));
  await work.apply(dialogId, { type: 'queued', ...choice });
  await routeQueue(work);
  const words = await waitingWords(work, await work.dialog(dialogId), isOpen(integration.hours, work.nowMs));
  if (words !== undefined) await saySystem(work, dialogId, words);
}

/** Puts a conversation back: the agent left it, or handed it on. Its place is kept unless it goes to another queue. */
export async function requeue(
  work: Work,
  dialogId: string,
  to: {
    readonly queueId?: string;
    readonly target?: { readonly agentId: string; readonly from: string };
  } = {},
): Promise<void> {
  const dialog = await work.dialog(dialogId);
  await disconnect(work, dialogId, ['AGENT', 'SUPERVISOR']);
  const queue = to.queueId === undefined ? undefined : await tables.integrations.get(work.tx, to.queueId);
  await work.apply(dialogId, {
    type: 'queued',
    queueId: queue?.integrationId ?? dialog.queueId,
    requiredAttributes: queue?.requiredAttributes ?? dialog.requiredAttributes,
    keepPlace: to.queueId === undefined,
    ...given({ target: to.target }),
  });
  await routeQueue(work);
  const after = await work.dialog(dialogId);
  const words = after.phase === 'alerting' ? systemWords.transferred : await waitingWords(work, after, true);
  if (words !== undefined) await saySystem(work, dialogId, words);
}

/** Ends a conversation for everybody: the one who ended it is let go first. Ending twice is fine. */
export async function endConversation(
  work: Work,
  dialogId: string,
  by: 'agent' | 'customer' | 'system',
): Promise<void> {
  const dialog = await work.dialog(dialogId);
  if (dialog.status === 'TERMINATED') return;
  const ours = ['AGENT', 'SUPERVISOR', 'BOT'] as const;
  if (by === 'customer') await disconnect(work, dialogId, ['CUSTOMER']);
  await disconnect(work, dialogId, ours);
  await disconnect(work, dialogId, ['CUSTOMER']);
  await work.apply(dialogId, { type: 'terminated', by });
}

/** Ends a conversation that could not begin, and tells the provider why. */
export async function failConversation(work: Work, dialogId: string, detail: string): Promise<void> {
  const dialog = await work.dialog(dialogId);
  await work.callback(dialog, 'ENGAGEMENT_ERROR', {
    type: 'ENGAGEMENT_CREATION_FAILED',
    title: 'Engagement creation failed',
    detail,
  });
  await endConversation(work, dialogId, 'system');
}

async function waitingWords(work: Work, dialog: DialogRecord, open: boolean): Promise<string | undefined> {
  if (!open) return systemWords.outOfHours;
  if (dialog.phase !== 'queued') return undefined;
  const agents = await tables.agents.list(work.tx);
  const here = agents.some((agent) => agent.state !== 'offline' && suits(agent, dialog));
  if (!here) return systemWords.nobodyHere;
  const before = (await waitingDialogs(work)).filter(
    (one) => one.queueId === dialog.queueId && one.phase === 'queued',
  );
  return systemWords.position(before.findIndex(({ dialogId }) => dialogId === dialog.dialogId) + 1);
}
