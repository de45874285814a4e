import { useCallback, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useSendMessage } from '../hooks/index.ts';
import type { ChatMessage } from '../model/index.ts';
import type { EngagementId } from '../protocol/index.ts';

/**
 * The text in the composer, and how a failed message gets back into it: taken out of the list, the field focused. The text stands
 * beside the state of the frame, which keeps it while the composer is away: a key draws the composer and nothing else.
 */
export function useRewrite(engagementId: EngagementId | undefined): Rewrite {
  const [kept] = useState<KeptText>(() => ({ text: '' }));
  const form = useRef<HTMLFormElement>(null);
  const { remove } = useSendMessage(engagementId);
  const onEdit = useCallback(
    (message: ChatMessage) => {
      if (message.body.type !== 'text') return;
      kept.show?.(message.body.text);
      // One that the log has stays as it is, with its mark: what was accepted is never taken back.
      if (message.clientMessageId) void remove(message.clientMessageId);
      form.current?.querySelector('textarea')?.focus();
    },
    [remove, kept],
  );
  return { kept, form, onEdit };
}

/** What was written last, for when the composer comes back, and how another text gets into it while it is there. */
export interface KeptText {
  text: string;
  show?: (text: string) => void;
}

/** What `useRewrite` gives. */
export interface Rewrite {
  readonly kept: KeptText;
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onEdit: (message: ChatMessage) => void;
}
