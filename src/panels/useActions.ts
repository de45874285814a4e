import { useCallback } from 'react';
import { useAnnounce, useWords } from '../components/index.ts';
import type { OnAction } from '../components/index.ts';
import { useSendMessage } from '../hooks/index.ts';
import type { EngagementId, MessageId, OutgoingBody } from '../protocol/index.ts';

/** A place older than this is asked for anew. */
const PLACE_MAX_AGE_MS = 60_000;
const PLACE_WITHIN_MS = 20_000;

/**
 * Answers to what the contact centre offers. A choice goes out with its parent, which locks the other choices of that
 * message; a place only after the person has pressed the button and the browser's own question was answered with yes.
 */
export function useActions(engagementId: EngagementId | undefined, locate: Locate = currentPlace): OnAction {
  const { send } = useSendMessage(engagementId);
  const { announce } = useAnnounce();
  const words = useWords();

  return useCallback<OnAction>(
    (message, action) => {
      const answer = (body: Exclude<OutgoingBody, { type: 'files' }>): Promise<unknown> =>
        send({ body, ...parentOf(message.messageId) });
      const sending =
        action.type === 'locationRequest'
          ? locate().then((place) => answer({ type: 'location', ...place }))
          : answer({ type: 'choice', action: action.type, text: action.text, payload: action.payload });
      sending.catch(() => announce(words.status.failed, 'assertive'));
    },
    [send, announce, words, locate],
  );
}

/** Finds out where the person is, once they have pressed the button; rejects where they do not want to say it. */
export type Locate = () => Promise<Omit<Extract<OutgoingBody, { type: 'location' }>, 'type'>>;

function parentOf(messageId: MessageId | undefined): { readonly parentMessageId?: MessageId } {
  return messageId === undefined ? {} : { parentMessageId: messageId };
}

function currentPlace(): ReturnType<Locate> {
  return new Promise((resolve, reject) => {
    const found = ({ coords: { latitude, longitude } }: GeolocationPosition): void =>
      resolve({ latitude, longitude });
    navigator.geolocation.getCurrentPosition(found, reject, {
      maximumAge: PLACE_MAX_AGE_MS,
      timeout: PLACE_WITHIN_MS,
    });
  });
}
