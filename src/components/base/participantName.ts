import type { Words } from '../../locales/index.ts';
import type { Participant } from '../../protocol/index.ts';

/** The name to show, without the marks that turn the direction of writing (names come from outside). */
export function participantName(participant: NamedParticipant | undefined, words: Words): string {
  const name = stripBidi(participant?.displayName ?? '').trim();
  if (name) return name;
  const type = participant?.participantType;
  // What no person says the chat says itself.
  if (type === 'SYSTEM') return words.frame.chat;
  return type === 'BOT' ? words.header.bot : words.message.somebody;
}

/** What a name needs of a participant. */
export type NamedParticipant = Pick<Participant, 'participantType' | 'displayName'>;

/** Takes out Unicode's embedding, override and isolate marks (UAX 9): with them "gpj.exe" reads as "exe.jpg". */
export function stripBidi(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '');
}
