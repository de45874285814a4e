import { messagePlainText, participantName } from '../components/index.ts';
import type { Language, Words } from '../locales/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { LogEntry } from '../protocol/index.ts';

/**
 * Decides what of all that happens is spoken, and in which words. Only what is new to the reader: what happens now, and what
 * was missed while the line was away. What was there when the page opened is read, not announced; nor does anything speak
 * twice. One policy per subscription: it remembers whether the line has stood before, and what was said of its trouble.
 */
export function createAnnouncementPolicy(): (event: ChatEvent, language: Tongue) => Spoken | undefined {
  let connections = 0;
  /** What was last said of the line while it is broken: each attempt fails anew, and is nothing new. */
  let trouble: string | undefined;
  return (event, { words, formats }) => {
    switch (event.type) {
      case 'INITIALIZED':
        connections = 0;
        return undefined;
      case 'EVENT_STREAM_CONNECTED': {
        connections += 1;
        const wasBroken = trouble !== undefined;
        trouble = undefined;
        return wasBroken ? { text: words.system.reconnected, urgency: 'polite' } : undefined;
      }
      case 'EVENT_STREAM_FAILED': {
        const text = troubleOf(event, words);
        if (text === trouble) return undefined;
        trouble = text;
        return { text, urgency: 'polite' };
      }
      case 'IDLE_TIMEOUT_EXPIRED': {
        const remaining = words.idle.remaining(formats.span(event.graceMs));
        return { text: `${words.idle.title} ${remaining}`, urgency: 'assertive' };
      }
      case 'SHUTDOWN':
        return event.reason === 'USER_INACTIVE'
          ? { text: words.system.endedByInactivity, urgency: 'polite' }
          : undefined;
      case 'MESSAGE_REJECTED':
        return { text: words.status.failed, urgency: 'assertive' };
      case 'ENTRY':
        return event.live || connections > 1 ? ofEntry(event.entry, words) : undefined;
      default:
        return undefined;
    }
  };
}

/** The language to speak. */
export type Tongue = Pick<Language, 'words' | 'formats'>;

/** What is to be spoken: at once, or (`message`) gathered with others of the same moment. */
export type Spoken = { readonly text: string; readonly urgency: 'polite' | 'assertive' | 'message' };

function troubleOf(event: Extract<ChatEvent, { type: 'EVENT_STREAM_FAILED' }>, words: Words): string {
  const { reasons, stillWorks } = words.connection;
  const reason = reasons[event.reason];
  // Where nobody tries again by itself, what is written waits for more than the line.
  return event.retryAfterMs === undefined ? reason : `${reason} ${stillWorks}`;
}

function ofEntry(entry: LogEntry, words: Words): Spoken | undefined {
  const { system, status, message } = words;
  switch (entry.type) {
    case 'MESSAGE_ARRIVED': {
      const { sender, body } = entry.message;
      const said = messagePlainText(body, words);
      // The contact centre itself has no name, and is not somebody.
      const isNobody = sender?.participantType === 'SYSTEM' && !sender.displayName;
      return {
        text: isNobody ? said : message.announce(participantName(sender, words), said),
        urgency: 'message',
      };
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
