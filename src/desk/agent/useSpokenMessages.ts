import { useEffect } from 'react';
import { useAnnounce, useWords } from '../../components/index.ts';
import { useDeskSession } from '../data/DeskContext.tsx';
import { lastWords } from './lastWords.ts';

/** A customer's new message is said once, in whichever conversation it came. */
export function useSpokenMessages(): void {
  const session = useDeskSession();
  const { announceMessage } = useAnnounce();
  const words = useWords();
  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        for (const id of state.openIds) {
          const last = state.conversations[id]?.engagement.lastMessage;
          const known = before.conversations[id];
          if (!last || !known || last.senderType !== 'CUSTOMER') continue;
          if (known.engagement.lastMessage?.messageId === last.messageId) continue;
          announceMessage(words.message.announce(last.senderName, lastWords(last)));
        }
      }),
    [session, announceMessage, words],
  );
}
