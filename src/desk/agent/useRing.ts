import { useEffect, useMemo, useRef } from 'react';
import { useAnnounce } from '../../components/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import { createRinger } from '../parts/ringer.ts';

/** An alert is said at once, heard until it is answered (unless muted), and stands in the title of the page. */
export function useRing(isMuted: boolean): void {
  const { words, clock } = useDeskSpeech();
  const { announce } = useAnnounce();
  const alerts = useDesk((state) => state.alerts);
  const unread = useDesk((state) =>
    state.openIds.reduce((sum, id) => sum + (state.conversations[id]?.unread ?? 0), 0),
  );
  const ringer = useMemo(() => createRinger(clock), [clock]);
  const told = useRef(new Set<string>());
  const isRinging = alerts.length > 0;

  useEffect(() => {
    for (const { engagement } of alerts) {
      if (told.current.has(engagement.id)) continue;
      announce(words.alert.announce(engagement.customerName, engagement.integrationName), 'assertive');
    }
    // Who comes back to the queue and rings again is told again.
    told.current = new Set(alerts.map(({ engagement }) => engagement.id));
  }, [alerts, announce, words]);

  useEffect(() => {
    if (!isRinging || isMuted) return;
    return ringer.ring();
  }, [isRinging, isMuted, ringer]);

  const name = alerts[0]?.engagement.customerName;
  useEffect(() => {
    document.title =
      name !== undefined ? words.titleRinging(name) : unread > 0 ? words.titleUnread(unread) : words.title;
  }, [name, unread, words]);
}
