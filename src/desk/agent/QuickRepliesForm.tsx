import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../components/index.ts';
import { DESK_LIMITS } from '../../protocol/desk/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import type { TextContent } from '../data/deskOutbox.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { TextField } from '../parts/Field.tsx';
import { FormBody, FormEnd } from '../parts/FormBody.ts';

/** A question with up to five answers to press. The customer's press comes back as the answer's own words. */
export function QuickRepliesForm({ onSend, onClose }: RichFormProps): ReactElement {
  const { words } = useDeskSpeech();
  const [text, setText] = useState('');
  const [replies, setReplies] = useState<readonly string[]>(['', '']);
  const actions = replies
    .map((reply) => reply.trim())
    .filter((reply) => reply !== '')
    .map((reply) => ({ type: 'reply' as const, text: reply, payload: reply }));
  const isReady = text.trim() !== '' && actions.length > 0;
  return (
    <Dialog heading={words.tools.quickReplies} onClose={onClose}>
      <FormBody
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (isReady) onSend({ kind: 'text', text: text.trim(), actions, cards: [] });
        }}
      >
        <TextField
          label={words.tools.question}
          value={text}
          maxLength={DESK_LIMITS.textChars}
          autoComplete="off"
          onText={setText}
        />
        {replies.map((reply, at) => (
          <TextField
            key={at}
            label={words.tools.reply(at + 1)}
            value={reply}
            maxLength={DESK_LIMITS.actionTextChars}
            autoComplete="off"
            onText={(next) => setReplies(replies.map((each, index) => (index === at ? next : each)))}
          />
        ))}
        {replies.length < DESK_LIMITS.actions && (
          <Button tone="text" onClick={() => setReplies([...replies, ''])}>
            {words.tools.addReply}
          </Button>
        )}
        <FormEnd>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="primary" disabled={!isReady}>
            {words.tools.send}
          </Button>
        </FormEnd>
      </FormBody>
    </Dialog>
  );
}

/** Properties of the forms for rich messages. */
export interface RichFormProps {
  readonly onSend: (content: TextContent) => void;
  readonly onClose: () => void;
}
