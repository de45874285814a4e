import { useEffect } from 'react';
import { messagePlainText, participantName, useAnnounce, useWords } from '../components/index.ts';
import type { Announce } from '../components/index.ts';
import { useChatClient } from '../hooks/index.ts';
import type { Words } from '../locales/index.ts';
import type { ChatEvent } from '../model/index.ts';
import type { LogEntry } from '../protocol/index.ts';

/**
 * Says through the one announcer what a sighted person sees happen: messages, who came and went, the end, what was sent and
 * what was not. Only what happens now; history is read, not announced.
 */
export function AnnouncerPanel(): null {
  const client = useChatClient();
  const announcer = useAnnounce();
  const words = useWords();
  useEffect(() => client.subscribe((event) => say(event, announcer, words)), [client, announcer, words]);
  return null;
}

function say(event: ChatEvent, announcer: Announce, words: Words): void {
  if (event.type === 'MESSAGE_REJECTED') announcer.announce(words.status.failed, 'assertive');
  if (event.type === 'ENTRY' && event.live) sayEntry(event.entry, announcer, words);
}

function sayEntry(entry: LogEntry, announcer: Announce, words: Words): void {
  switch (entry.type) {
    case 'MESSAGE_ARRIVED': {
      const name = participantName(entry.message.sender, words);
      announcer.announceMessage(words.message.announce(name, messagePlainText(entry.message.body, words)));
      break;
    }
    case 'MESSAGE_ACCEPTED':
      announcer.announce(words.status.sent);
      break;
    case 'MESSAGE_FAILED':
      announcer.announce(words.system.notDelivered, 'assertive');
      break;
    case 'PARTICIPANT_ADDED':
    case 'PARTICIPANT_DISCONNECTED': {
      if (entry.participant.participantType === 'CUSTOMER') break;
      const name = participantName(entry.participant, words);
      const { joined, left } = words.system;
      announcer.announce(entry.type === 'PARTICIPANT_ADDED' ? joined(name) : left(name));
      break;
    }
    case 'ENGAGEMENT_TERMINATED':
      announcer.announce(words.system.ended);
      break;
    default:
  }
}
