import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../components/index.ts';
import { DESK_LIMITS } from '../../protocol/desk/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { TextField } from '../parts/Field.tsx';
import { RichForm, type RichFormProps } from './RichForm.tsx';

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
  const content = isReady ? ({ kind: 'text', text: text.trim(), actions, cards: [] } as const) : undefined;
  return (
    <RichForm heading={words.tools.quickReplies} content={content} onSend={onSend} onClose={onClose}>
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
    </RichForm>
  );
}
