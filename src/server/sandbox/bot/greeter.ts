import type { MessageRecord } from '../core/records.ts';
import { connect, disconnect, say } from '../core/say.ts';
import type { Work } from '../core/work.ts';
import { enqueue } from '../routing/conversation.ts';
import { GREETER_NAME, greeterWords, payloadOf, TALK_TO_PERSON } from './greeterWords.ts';
import type { MessageBody } from '../../../protocol/axp/index.ts';

/**
 * The greeter's turn after a customer's message, in the same write: greets, answers what it knows, hands over on
 * request. Does nothing unless the conversation is with the bot.
 */
export async function greet(work: Work, message: MessageRecord): Promise<void> {
  const { dialogId } = message;
  const dialog = await work.dialog(dialogId);
  if (dialog.phase !== 'bot') return;
  if (!work.world.bot) return enqueue(work, dialogId); // silenced since the conversation began
  const rich = dialog.channelId !== 'Chat';
  const payload = payloadOf(message.body);
  const isFirst = !dialog.connections.some(({ type, connected }) => type === 'BOT' && connected);
  if (isFirst)
    await connect(work, dialogId, { participantId: work.newId(), type: 'BOT', name: GREETER_NAME });
  if (payload === TALK_TO_PERSON) {
    await speak(work, dialogId, [greeterWords.handingOver()]);
    await disconnect(work, dialogId, ['BOT']);
    return enqueue(work, dialogId);
  }
  const answer = payload === undefined ? undefined : greeterWords.answer(payload, rich);
  if (isFirst && !answer)
    return speak(work, dialogId, greeterWords.greeting(rich, picturesOf(work.world.baseUrl)));
  return speak(work, dialogId, [answer ?? greeterWords.notUnderstood(rich)]);
}

/** Only where a page may and can load them: https or loopback, and no reserved name, which resolves nowhere (RFC 6761). */
function picturesOf(baseUrl: string): string | undefined {
  const { protocol, hostname } = new URL(baseUrl);
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  const reserved = /\.(test|invalid|example)$/.test(hostname);
  return loopback || (protocol === 'https:' && !reserved) ? `${baseUrl}/greeter` : undefined;
}

async function speak(work: Work, dialogId: string, bodies: readonly MessageBody[]): Promise<void> {
  for (const body of bodies) {
    const dialog = await work.dialog(dialogId);
    const bot = dialog.connections.find(({ type, connected }) => type === 'BOT' && connected);
    if (bot) await say(work, dialog, bot, { body });
  }
}
