import type { Message } from '../../../protocol/axp/index.ts';
import type { Connector } from '../connector.ts';
import {
  messageByUpstreamId,
  readEngagement,
  writeEngagement,
  type EngagementRecord,
} from '../engagements/engagementRecord.ts';
import { activate, changeParticipant, terminate } from '../engagements/participantFacts.ts';
import type { Unit } from '../log/unit.ts';
import type { DialogState } from '../upstream/upstreamAdapter.ts';
import { participantOf } from '../webhooks/participantOf.ts';
import { ownMessage, takeMessage, type ToldMessage } from '../webhooks/takeMessage.ts';

/**
 * Appends what the log lacks, in the order of the transcript; what stands there above something that was shown is marked
 * as late. Then who is there, and the end. All in one transaction, so a callback that comes meanwhile counts once.
 */
export async function applyTranscript(
  connector: Connector,
  unit: Unit,
  engagementId: string,
  look: Look,
): Promise<void> {
  const engagement = await readEngagement(unit.rows, engagementId);
  if (!engagement) return;
  for (const told of await lacking(unit, engagement, look.messages)) {
    const now = (await readEngagement(unit.rows, engagementId)) ?? engagement;
    await takeMessage(connector, unit, now, told);
  }
  const before = (await readEngagement(unit.rows, engagementId)) ?? engagement;
  const after = await applyState(unit, before, look.state, look.more);
  const final = look.state.status === 'TERMINATED' && !look.more;
  if (after.transcript?.verified === look.verified && after.transcript.final === final) return;
  await writeEngagement(unit.rows, { ...after, transcript: { verified: look.verified, final } });
  unit.afterCommit(() => connector.jobs.kick(engagementId));
}

/** What one look upstream found. The state is read first: nothing that it follows from is then missing from the messages. */
export interface Look {
  readonly state: DialogState;
  readonly messages: readonly Message[];
  /** So many messages of the transcript have been looked at, these included. */
  readonly verified: number;
  readonly more: boolean;
}

/** The messages that are to be taken: those that are not here, and the customer's own, whose delivery this proves. */
async function lacking(
  unit: Unit,
  engagement: EngagementRecord,
  messages: readonly Message[],
): Promise<readonly ToldMessage[]> {
  const found: ToldMessage[] = [];
  let shownAfter = false;
  for (const message of messages.toReversed()) {
    const sender = await participantOf(unit, engagement, {
      id: message.senderParticipantId,
      type: message.senderParticipantType,
      name: message.senderParticipantName,
    });
    const told: ToldMessage = { callback: { ...message, eventType: 'MESSAGES' }, sender, late: shownAfter };
    const isOwn = (await ownMessage(unit, engagement, told)) !== undefined;
    const { messageId } = message;
    const isHere =
      isOwn ||
      (messageId !== undefined &&
        (await messageByUpstreamId(unit.rows, engagement.engagementId, messageId)) !== undefined);
    if (isOwn || (!isHere && isTellable(message, sender.participantType === 'CUSTOMER'))) found.push(told);
    shownAfter ||= isHere;
  }
  return found.reverse();
}

/** Without the id that says which one it is, a message might be one that is here already. */
function isTellable(message: Message, fromCustomer: boolean): boolean {
  if (message.status.toUpperCase() === 'DELETED' || message.messageId === undefined) return false;
  return !fromCustomer || message.providerMessageId !== undefined;
}

async function applyState(
  unit: Unit,
  engagement: EngagementRecord,
  state: DialogState,
  more: boolean,
): Promise<EngagementRecord> {
  let now = state.status === 'ACTIVE' ? await activate(unit, engagement) : engagement;
  const asOfMs = Date.parse(state.asOf ?? '');
  // Somebody may have had several connections: he is there while one of them is.
  const people = new Map<string, DialogState['people'][number]>();
  for (const person of Number.isNaN(asOfMs) ? [] : state.people) {
    if (person.present || !people.has(person.id)) people.set(person.id, person);
  }
  for (const { id, type, name, present } of people.values()) {
    const participant = await participantOf(unit, now, { id, type, name });
    // The customer's own going is told by the end of the dialog.
    if (participant.participantType === 'CUSTOMER') continue;
    now = await changeParticipant(unit, now, participant, { present, date: new Date(asOfMs).toISOString() });
  }
  return state.status === 'TERMINATED' && !more ? terminate(unit, now) : now;
}
