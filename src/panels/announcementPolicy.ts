import { messagePlainText, participantName } from '../components/index.ts';
import type { Words } from '../locales/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { LogEntry } from '../protocol/index.ts';

/**
 * Decides what of all that happens is spoken, and in which words. Only what is new to the reader: what happens now, and what
 * was missed while the line was away. What was there when the page opened is read, not announced; nor does anything speak
 * twice. One policy per subscription: it remembers whether the line has stood before.
 */
export function createAnnouncementPolicy(): (event: ChatEvent, words: Words) => Spoken | undefined {
  let connections = 0;
  return (event, words) => {
    if (event.type === 'INITIALIZED') connections = 0;
    if (event.type === 'EVENT_STREAM_CONNECTED') connections += 1;
    if (event.type === 'MESSAGE_REJECTED') return { text: words.status.failed, urgency: 'assertive' };
    if (event.type !== 'ENTRY' || !(event.live || connections > 1)) return undefined;
    return ofEntry(event.entry, words);
  };
}

/** What is to be spoken: at once, or (`message`) gathered with others of the same moment. */
export type Spoken = { readonly text: string; readonly urgency: 'polite' | 'assertive' | 'message' };

function ofEntry(entry: LogEntry, words: Words): Spoken | undefined {
  const { system, status, message } = words;
  switch (entry.type) {
    case 'MESSAGE_ARRIVED': {
      const name = participantName(entry.message.sender, words);
      const text = message.announce(name, messagePlainText(entry.message.body, words));
      return { text, urgency: 'message' };
    }
    case 'MESSAGE_ACCEPTED':
      return { text: status.sent, urgency: 'polite' };
    case 'MESSAGE_FAILED':
      return { text: system.notDelivered, urgency: 'assertive' };
    case 'PARTICIPANT_ADDED':
    case 'PARTICIPANT_DISCONNECTED': {
      if (entry.participant.participantType === 'CUSTOMER') return undefined;
      const say = entry.type === 'PARTICIPANT_ADDED' ? system.joined : system.left;
      return { text: say(participantName(entry.participant, words)), urgency: 'polite' };
    }
    case 'ENGAGEMENT_TERMINATED':
      return { text: system.ended, urgency: 'polite' };
    default:
      return undefined;
  }
}
