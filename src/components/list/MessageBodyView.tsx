import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { ChatMessage } from '../../model/index.ts';
import type { Action } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { useWords } from '../base/WordsProvider.tsx';
import { QuickReplies } from '../cards/QuickReplies.tsx';
import type { ReplyAction } from '../cards/QuickReplies.tsx';
import { bubbleStyle } from '../message/bubbleStyle.ts';
import { TextBlocks, textStyle } from '../message/TextBlocks.tsx';
import { LazyRichBody } from './LazyRichBody.tsx';
import type { MessageBodyViewProps, OnAction } from './messageBodyProps.ts';
import { useOwnCard } from './OwnCards.tsx';

/** What a message says, by its kind: bubbles, cards, files, suggested answers. */
export function MessageBodyView(props: MessageBodyViewProps): ReactElement | null {
  const { body } = props.message;
  const words = useWords();
  const own = useOwnCard(props);
  if (own) return own;
  switch (body.type) {
    case 'text': {
      const hasRows = body.actions?.some(({ type }) => type !== 'reply') ?? false;
      return (
        <>
          {said(props, body.text, props.first, props.last && !hasRows)}
          {hasRows && <LazyRichBody {...props} />}
        </>
      );
    }
    case 'carousel':
    case 'location':
      return (
        <>
          {said(props, body.text, props.first, false)}
          <LazyRichBody {...props} />
        </>
      );
    case 'files':
      return (
        <>
          <LazyRichBody {...props} />
          {said(props, body.text, false, props.last)}
        </>
      );
    case 'choice':
      return said(props, body.text);
    case 'unsupported':
      return said(props, body.text || words.message.unsupported);
  }
}

// No component of its own, and one element for bubble and text: a row is drawn with every message that comes.
function said(
  { message, ...props }: MessageBodyViewProps,
  text: string,
  first = props.first,
  last = props.last,
): ReactElement | null {
  if (text === '') return null;
  const format = message.body.type === 'text' ? message.body.format : 'plain';
  return (
    <Spoken
      data-side={message.own ? 'own' : 'other'}
      data-first={first}
      data-last={last}
      data-message-text=""
    >
      <TextBlocks text={text} format={format} />
    </Spoken>
  );
}

/** The suggested answers of a message, under its time; nothing where there are none. */
export function messageReplies(
  message: ChatMessage,
  chosen: string | undefined,
  locked: boolean | undefined,
  onAction: OnAction | undefined,
): ReactElement | null {
  const { body } = message;
  const replies = body.type === 'text' ? (body.actions ?? []).filter(isReply) : [];
  if (replies.length === 0) return null;
  return (
    <Answers>
      <QuickReplies
        replies={replies}
        chosen={chosen}
        disabled={locked}
        onChoose={(reply) => onAction?.(message, reply)}
      />
    </Answers>
  );
}

function isReply(action: Action): action is ReplyAction {
  return action.type === 'reply';
}

const Spoken = styled.div`
  ${bubbleStyle}
  ${textStyle}
`;

const Answers = styled.div`
  grid-row: 4;
  grid-column: -2 / -1;
  min-inline-size: 0;
  padding-block: ${token('space2')} ${token('space3')};

  [data-side='own'] > & > * {
    justify-content: safe flex-end;
  }
`;
