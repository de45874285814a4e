import type { ChatEvent } from '../../src/model/index.ts';
import type { LogEntry, MessageBody, Participant } from '../../src/protocol/index.ts';

/** What happened, as a stage direction; undefined for what a viewer would not miss. */
export function describeEvent(event: ChatEvent, isFirst: boolean): EventWords | undefined {
  switch (event.type) {
    case 'ENTRY':
      return describeEntry(event.entry, event.live);
    case 'MESSAGE_QUEUED':
      return { who: 'Customer', label: quoted(event.body) };
    case 'MESSAGE_REJECTED':
      return { who: 'Page', label: `could not send it: ${event.code}` };
    case 'TYPING_STARTED':
      return { who: nameOf(event.participant), label: 'types' };
    case 'EVENT_STREAM_FAILED':
      return { who: 'Line', label: `broke: ${event.reason}` };
    case 'SESSION_FAILED':
      return { who: 'Session', label: `could not be had: ${event.code}` };
    case 'SHUTDOWN':
      return { who: 'Session', label: `ended: ${event.reason}` };
    case 'STATE_MIRRORED':
      return isFirst
        ? { who: 'Recording', label: 'begins' }
        : { who: 'Page', label: 'shows what another tab shows' };
    default:
      return PLAIN[event.type];
  }
}

/** Who, and what. */
export interface EventWords {
  readonly who: string;
  readonly label: string;
}

const PLAIN: { readonly [Type in ChatEvent['type']]?: EventWords } = {
  INITIALIZED: { who: 'Session', label: 'is open' },
  EVENT_STREAM_CONNECTED: { who: 'Line', label: 'stands' },
  MESSAGES_READ: { who: 'Agent', label: 'has read it' },
  IDLE_TIMEOUT_EXPIRED: { who: 'Page', label: 'asks whether anybody is there' },
  TOKEN_EXPIRED: { who: 'Session', label: 'has a token that expired' },
  MESSAGE_REMOVED: { who: 'Customer', label: 'takes it back' },
  HISTORY_LOADED: { who: 'Page', label: 'has read older messages' },
  HISTORY_FAILED: { who: 'Page', label: 'could not read older messages' },
  GAP_FOUND: { who: 'Page', label: 'misses something' },
  GAP_FILLED: { who: 'Page', label: 'has got what was missing' },
  ENGAGEMENT_RESET: { who: 'Page', label: 'begins its list anew' },
};

function describeEntry(entry: LogEntry, live: boolean): EventWords | undefined {
  const late = live ? '' : ' (caught up)';
  switch (entry.type) {
    case 'MESSAGE_ARRIVED':
      return { who: nameOf(entry.message.sender), label: quoted(entry.message.body) + late };
    case 'PARTICIPANT_ADDED':
      return { who: nameOf(entry.participant), label: `joins${late}` };
    case 'PARTICIPANT_DISCONNECTED':
      return { who: nameOf(entry.participant), label: `leaves${late}` };
    case 'ENGAGEMENT_TERMINATED':
      return { who: 'Conversation', label: `ends${late}` };
    case 'MESSAGE_FAILED':
      return { who: 'Contact centre', label: 'refused the message' };
    default:
      return undefined;
  }
}

function quoted(body: MessageBody): string {
  const words = body.text === '' ? '' : `“${body.text}”`;
  if (body.type === 'text' || body.type === 'choice') return words;
  return words === '' ? `(${body.type})` : `(${body.type}) ${words}`;
}

function nameOf({ participantType }: Participant): string {
  return participantType.charAt(0) + participantType.slice(1).toLowerCase();
}
