import { useState } from 'react';
import type { ReactElement, Ref } from 'react';
import { Composer, useAnnounce, useWords } from '../components/index.ts';
import type { ComposerMessage, OnTextChange } from '../components/index.ts';
import { useConnectionStatus, useSendMessage, useSession, useTyping } from '../hooks/index.ts';
import type { EngagementId } from '../protocol/index.ts';
import { Refusal } from './panelStyles.ts';

/**
 * Where one writes. Usable before there is an engagement: on a chat integration the first message creates it. What could
 * not be kept comes back into the field and is said.
 */
export function ComposerPanel({ engagementId, text, onTextChange, form }: ComposerPanelProps): ReactElement {
  const words = useWords();
  const { announce } = useAnnounce();
  const { facts } = useSession();
  const { connection } = useConnectionStatus();
  const { canSend, send } = useSendMessage(engagementId);
  const { notifyTyping } = useTyping(engagementId);
  const [ownText, setOwnText] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const shown = text ?? ownText;

  const submit = ({ text: said, files }: ComposerMessage): Promise<unknown> => {
    setIsRefused(false);
    const draft = files.length > 0 ? { files, text: said } : { body: { type: 'text', text: said } as const };
    return send(draft).catch((fault: unknown) => {
      setIsRefused(true);
      announce(words.status.failed, 'assertive');
      // The composer takes it back.
      throw fault;
    });
  };

  return (
    <>
      {isRefused && <Refusal>{words.status.failed}</Refusal>}
      <Composer
        ref={form}
        text={shown}
        onTextChange={(next, change) => {
          setOwnText(next);
          onTextChange?.(next, change);
          if (next !== '') notifyTyping();
        }}
        onSend={submit}
        disabled={!canSend}
        offline={connection.status === 'failed'}
        maxLength={facts?.limits.textLength}
        maxFileBytes={facts?.limits.fileBytes}
        accept={facts?.features.files ? facts.limits.fileTypes : undefined}
      />
    </>
  );
}

/** Properties of `ComposerPanel`. */
export interface ComposerPanelProps {
  /** Default: the one that `useEngagement` gives. */
  readonly engagementId?: EngagementId | undefined;
  /** The caller's own text; without it the panel keeps its own. */
  readonly text?: string | undefined;
  readonly onTextChange?: OnTextChange | undefined;
  /** The composer's form, for whoever must move the focus into it. */
  readonly form?: Ref<HTMLFormElement> | undefined;
}
