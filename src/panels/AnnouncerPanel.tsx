import { useEffect, useState } from 'react';
import { useAnnounce, useWords } from '../components/index.ts';
import { useChatClient } from '../hooks/index.ts';
import { createAnnouncementPolicy } from './announcementPolicy.ts';

/** Says through the one announcer what a sighted person sees happen; `createAnnouncementPolicy` decides what. */
export function AnnouncerPanel(): null {
  const client = useChatClient();
  const { announce, announceMessage } = useAnnounce();
  const words = useWords();
  const [decide] = useState(createAnnouncementPolicy);
  useEffect(() => {
    return client.subscribe((event) => {
      const spoken = decide(event, words);
      if (spoken?.urgency === 'message') announceMessage(spoken.text);
      else if (spoken) announce(spoken.text, spoken.urgency);
    });
  }, [client, decide, announce, announceMessage, words]);
  return null;
}
