import { memo, useId } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import type { Words } from '../../locales/index.ts';
import type { ChatMessage } from '../../model/index.ts';
import { fade, rise, token } from '../../theme/index.ts';
import { Avatar } from '../base/Avatar.tsx';
import { Button } from '../base/Button.tsx';
import { participantName } from '../base/participantName.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { ClockTime } from '../message/ClockTime.tsx';
import { StatusMark } from '../message/StatusMark.tsx';
import { MessageBodyView, messageReplies } from './MessageBodyView.tsx';
import type { MessageBodyViewProps } from './messageBodyProps.ts';

/** A message in its place: face and name of the speaker, what was said, when, and how far one's own has come. */
export const MessageRow = memo(
  withRef<HTMLElement, MessageRowProps>(
    'MessageRow',
    ({ message, first = true, last = true, chosen, locked, onAction, mediaUrl, ...more }, ref) => {
      const { onRetry, onEdit, onRemove, ...rest } = more;
      const { words } = useLanguage();
      const name = message.own ? words.message.you : participantName(message.sender, words);
      const id = useId();
      return (
        <Root
          ref={ref}
          aria-labelledby={`${id}name ${id}said`}
          aria-describedby={`${id}meta`}
          data-side={message.own ? 'own' : 'other'}
          data-first={first}
          data-last={last}
          data-status={message.delivery.status}
          {...rest}
        >
          {!message.own && last && message.sender && (
            <span data-part="face">
              <Avatar participant={message.sender} />
            </span>
          )}
          {message.own || !first ? (
            <VisuallyHidden id={`${id}name`}>{words.message.saidBy(name)}</VisuallyHidden>
          ) : (
            <span data-part="name" id={`${id}name`}>
              <bdi>{name}</bdi>
            </span>
          )}
          <div data-part="said" id={`${id}said`}>
            <MessageBodyView
              message={message}
              first={first}
              last={last}
              chosen={chosen}
              locked={locked}
              onAction={onAction}
              mediaUrl={mediaUrl}
            />
          </div>
          {meta(`${id}meta`, message, last, words, { onRetry, onEdit, onRemove })}
          {messageReplies(message, chosen, locked, onAction)}
        </Root>
      );
    },
  ),
);

/** Properties of `MessageRow`; the rest goes to its `article`. */
export interface MessageRowProps
  extends HTMLAttributes<HTMLElement>, Omit<MessageBodyViewProps, 'first' | 'last'>, FailedActions {
  /** First of a run of one speaker; default true. */
  readonly first?: boolean | undefined;
  /** Last of a run; default true. */
  readonly last?: boolean | undefined;
}

/** What may be done with a message that was not sent. */
export interface FailedActions {
  readonly onRetry?: ((message: ChatMessage) => void) | undefined;
  readonly onEdit?: ((message: ChatMessage) => void) | undefined;
  /** Takes it out for good. Offered only where the log does not have it: what was accepted is never taken back. */
  readonly onRemove?: ((message: ChatMessage) => void) | undefined;
}

// The time stands under the last of a run; under the others it waits for a pointer or the focus.
function meta(
  id: string,
  message: ChatMessage,
  last: boolean,
  words: Words,
  { onRetry, onEdit, onRemove }: FailedActions,
): ReactElement {
  const { delivery } = message;
  const isFailed = delivery.status === 'failed';
  const isTrouble = isFailed || delivery.status === 'unconfirmed' || delivery.status === 'waiting';
  return (
    <div data-part="meta" id={id} data-shown={last || isTrouble || message.late}>
      {!isFailed && <ClockTime atMs={message.atMs} />}
      {message.late && <span>{words.message.late}</span>}
      {message.own && <StatusMark delivery={delivery} />}
      {isFailed && delivery.retryable && onRetry && (
        <Button tone="text" onClick={() => onRetry(message)}>
          {words.status.retry}
        </Button>
      )}
      {isFailed && onEdit && message.body.type === 'text' && (
        <Button tone="text" onClick={() => onEdit(message)}>
          {words.status.edit}
        </Button>
      )}
      {isFailed && onRemove && message.seq === undefined && (
        <Button tone="text" onClick={() => onRemove(message)}>
          {words.status.remove}
        </Button>
      )}
    </div>
  );
}

// One style for the row and its parts: a component for each would be drawn anew with each message that comes.
const Root = styled.article`
  position: relative;
  display: grid;
  grid-template-columns: 28px minmax(0, 1fr);
  gap: 0 ${token('space3')};
  padding-block-start: ${token('space1')};
  border-radius: ${token('radiusControl')};

  &[data-first='true'] {
    padding-block-start: ${token('space4')};
  }
  &[data-side='own'] {
    grid-template-columns: minmax(0, 1fr);
  }
  &[data-fresh='true'] {
    animation: ${rise} ${token('calm')} ease-out;
  }
  & > [data-part='face'] {
    display: flex;
    grid-row: 1 / 4;
    align-items: flex-end;
    /* The face stands beside the bubble, not beside the time under it. */
    padding-block-end: 20px;
  }
  & > [data-part='name'] {
    grid-row: 1;
    grid-column: -2 / -1;
    margin-block-end: ${token('space1')};
    padding-inline: ${token('space4')};
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
  & > [data-part='said'] {
    display: flex;
    grid-row: 2;
    grid-column: -2 / -1;
    flex-direction: column;
    align-items: flex-start;
    gap: ${token('space1')};
    min-inline-size: 0;

    & > [data-side] {
      max-inline-size: min(84%, 34em);
    }
    & > [data-side='own'] {
      max-inline-size: min(78%, 34em);
    }
  }
  &[data-side='own'] > [data-part='said'] {
    align-items: flex-end;
  }
  & > [data-part='meta'] {
    display: flex;
    grid-row: 3;
    grid-column: -2 / -1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 ${token('space3')};
    min-block-size: 20px;
    padding-inline: ${token('space4')};
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    font-variant-numeric: tabular-nums;
    line-height: calc(16 / 12);
  }
  &[data-side='own'] > [data-part='meta'] {
    justify-content: flex-end;
  }
  & > [data-shown='false'] {
    position: absolute;
    grid-row: 2;
    inset-block-end: 2px;
    inset-inline-end: 0;
    z-index: 1;
    min-block-size: 0;
    padding: 2px ${token('space3')};
    border-radius: ${token('radiusControl')};
    background: ${token('canvas')};
    opacity: 0;
    pointer-events: none;
  }
  &[data-side='own'] > [data-shown='false'] {
    inset-inline: 0 auto;
  }
  &:is(:hover, :focus-within) > [data-shown='false'] {
    opacity: 1;
    animation: ${fade} ${token('quick')};
  }
  /* A list cuts off what stands before its start. Transparent it would be a layer of its own for each row. */
  [role='log'] &:not(:hover, :focus-within) > [data-shown='false'] {
    inset-inline: -200% auto;
    opacity: 1;
  }
`;
