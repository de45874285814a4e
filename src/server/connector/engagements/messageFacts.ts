import { keys } from '../keys.ts';
import { append } from '../log/logBook.ts';
import type { Unit } from '../log/unit.ts';
import { writeMessage, type MessageRecord } from './engagementRecord.ts';

/** The contact centre has the message. Told once, also after a doubt or a failure that proved wrong. */
export async function markDelivered(unit: Unit, message: MessageRecord): Promise<void> {
  if (message.delivery === undefined || message.delivery === 'delivered') return;
  await writeMessage(unit.rows, { ...message, delivery: 'delivered' });
  await unit.rows.delete(keys.settling(message.messageId));
  await append(unit, message.engagementId, { type: 'MESSAGE_DELIVERED', ...refer(message) });
}

/** The contact centre refused what we had accepted. Changes nothing once the message is known to be there. */
export async function markFailed(unit: Unit, message: MessageRecord, detail: string): Promise<void> {
  await unit.rows.delete(keys.settling(message.messageId));
  if (message.delivery === 'delivered' || message.delivery === 'failed') return;
  await writeMessage(unit.rows, { ...message, delivery: 'failed' });
  await append(unit, message.engagementId, { type: 'MESSAGE_FAILED', ...refer(message), detail });
}

/** Nobody can tell whether the contact centre has it. */
export async function markUnconfirmed(unit: Unit, message: MessageRecord): Promise<void> {
  await unit.rows.delete(keys.settling(message.messageId));
  if (message.delivery !== 'accepted') return;
  await writeMessage(unit.rows, { ...message, delivery: 'unconfirmed' });
  await append(unit, message.engagementId, { type: 'MESSAGE_UNCONFIRMED', ...refer(message) });
}

function refer(
  message: MessageRecord,
): Pick<MessageRecord, 'engagementId' | 'messageId' | 'clientMessageId'> {
  const { engagementId, messageId, clientMessageId } = message;
  return { engagementId, messageId, ...(clientMessageId === undefined ? {} : { clientMessageId }) };
}
