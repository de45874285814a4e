import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useSendMessage } from '../hooks/index.ts';
import type { ChatMessage } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/** The text in the composer, and how a failed message gets back into it: taken out of the list, the field focused. */
export function useRewrite(engagementId: EngagementId | undefined): Rewrite {
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { remove } = useSendMessage(engagementId);
  const onEdit = useCallback(
    (message: ChatMessage) => {
      if (message.body.type !== 'text') return;
      setText(message.body.text);
      // One that the log has stays as it is, with its mark: what was accepted is never taken back.
      if (message.clientMessageId) void remove(message.clientMessageId);
      form.current?.querySelector('textarea')?.focus();
    },
    [remove],
  );
  return { text, setText, form, onEdit };
}

/** What `useRewrite` gives. */
export interface Rewrite {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onEdit: (message: ChatMessage) => void;
}
