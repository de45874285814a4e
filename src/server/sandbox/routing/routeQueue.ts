import { given } from '../core/given.ts';
import type { DialogRecord } from '../core/records.ts';
import { tables } from '../core/tables.ts';
import type { AgentRow } from '../core/tables.ts';
import type { Work } from '../core/work.ts';

/** Ring time where an integration is gone. */
const FALLBACK_ALERT_MS = 20_000;

/**
 * Rings desks for everybody who waits, longest waiting first: each at a ready agent with room who has the required
 * attributes, the one with least in hand. Alerts that ran out, or whose agent is no longer ready, go on to the next.
 * @returns when the next alert runs out; undefined when none rings.
 */
export async function routeQueue(work: Work): Promise<number | undefined> {
  for (const dialog of await waitingDialogs(work)) await passStaleAlert(work, dialog);
  const waiting = await waitingDialogs(work);
  const loads = await agentLoads(work, waiting);
  let nextMs: number | undefined;
  for (const dialog of waiting) {
    const untilMs = dialog.alert?.untilMs ?? (await ring(work, dialog, loads));
    if (untilMs !== undefined) nextMs = Math.min(nextMs ?? untilMs, untilMs);
  }
  return nextMs;
}

/** Everybody who waits or is being rung for, longest waiting first. */
export async function waitingDialogs(work: Pick<Work, 'tx'>): Promise<readonly DialogRecord[]> {
  const ids = await tables.waiting.list(work.tx);
  const found: DialogRecord[] = [];
  for (const id of ids) {
    const dialog = await tables.dialogs.get(work.tx, id);
    if (dialog) found.push(dialog);
  }
  return found.sort(
    (a, b) => (a.queuedAtMs ?? 0) - (b.queuedAtMs ?? 0) || (a.dialogId < b.dialogId ? -1 : 1),
  );
}

/** Whether this agent could serve the dialog at all. */
export function suits(agent: AgentRow, dialog: Pick<DialogRecord, 'requiredAttributes'>): boolean {
  return dialog.requiredAttributes.every((attribute) => agent.attributes.includes(attribute));
}

interface Load {
  readonly agent: AgentRow;
  inHand: number;
}

async function passStaleAlert(work: Work, dialog: DialogRecord): Promise<void> {
  if (!dialog.alert) return;
  const agent = await tables.agents.get(work.tx, dialog.alert.agentId);
  if (agent?.state !== 'ready')
    await work.apply(dialog.dialogId, { type: 'alert-passed', reason: 'agent-unavailable' });
  else if (dialog.alert.untilMs <= work.nowMs)
    await work.apply(dialog.dialogId, { type: 'alert-passed', reason: 'unanswered' });
}

async function agentLoads(work: Work, waiting: readonly DialogRecord[]): Promise<readonly Load[]> {
  const loads: Load[] = [];
  for (const agent of await tables.agents.list(work.tx)) {
    if (agent.state !== 'ready') continue;
    const open = await tables.agentDialogs.list(work.tx, [agent.agentId]);
    const ringing = waiting.filter((dialog) => dialog.alert?.agentId === agent.agentId);
    loads.push({ agent, inHand: open.length + ringing.length });
  }
  return loads;
}

async function ring(work: Work, dialog: DialogRecord, loads: readonly Load[]): Promise<number | undefined> {
  const chosen = choose(dialog, loads);
  if (!chosen) return undefined;
  const integration = await tables.integrations.get(work.tx, dialog.integrationId);
  const untilMs = work.nowMs + (integration ? integration.alertSeconds * 1000 : FALLBACK_ALERT_MS);
  const { agentId } = chosen.agent;
  const transferredFrom = dialog.target?.agentId === agentId ? dialog.target.from : undefined;
  await work.apply(dialog.dialogId, {
    type: 'alerted',
    alert: { agentId, untilMs, ...given({ transferredFrom }) },
  });
  chosen.inHand += 1;
  return untilMs;
}

/** A transfer's target first; then those who have not let it pass; then, all having done so, a new round. */
function choose(dialog: DialogRecord, loads: readonly Load[]): Load | undefined {
  const targeted = loads.find(({ agent }) => agent.agentId === dialog.target?.agentId);
  if (targeted) return targeted;
  const able = loads
    .filter(({ agent, inHand }) => inHand < agent.capacity && suits(agent, dialog))
    .sort((a, b) => a.inHand - b.inHand || (a.agent.agentId < b.agent.agentId ? -1 : 1));
  return (
    able.find(({ agent }) => !dialog.tried.includes(agent.agentId)) ??
    able.sort((a, b) => lastTry(dialog, a) - lastTry(dialog, b))[0]
  );
}

function lastTry(dialog: DialogRecord, load: Load): number {
  return dialog.tried.lastIndexOf(load.agent.agentId);
}
