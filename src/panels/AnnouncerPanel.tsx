import { useEffect, useState } from 'react';
import { useAnnounce, useLanguage } from '../components/index.ts';
import { useChatClient } from '../hooks/index.ts';
import { createAnnouncementPolicy } from './announcementPolicy.ts';

/** Says through the one announcer what a sighted person sees happen; `createAnnouncementPolicy` decides what. */
export function AnnouncerPanel(): null {
  const client = useChatClient();
  const { announce, announceMessage } = useAnnounce();
  const language = useLanguage();
  const [decide] = useState(createAnnouncementPolicy);
  useEffect(() => {
    return client.subscribe((event) => {
      const spoken = decide(event, language);
      if (spoken?.urgency === 'message') announceMessage(spoken.text);
      else if (spoken) announce(spoken.text, spoken.urgency);
    });
  }, [client, decide, announce, announceMessage, language]);
  return null;
}
