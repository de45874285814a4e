import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { ChatMessage } from '../../model/index.ts';
import type { Action, Attachment } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { useWords } from '../base/WordsProvider.tsx';
import { ActionButtons } from '../cards/ActionButtons.tsx';
import { Card } from '../cards/Card.ts';
import { Carousel } from '../cards/Carousel.tsx';
import { FileAttachment } from '../cards/FileAttachment.tsx';
import { ImageAttachment } from '../cards/ImageAttachment.tsx';
import { LocationCard } from '../cards/LocationCard.tsx';
import { QuickReplies } from '../cards/QuickReplies.tsx';
import type { ReplyAction } from '../cards/QuickReplies.tsx';
import { Bubble } from '../message/Bubble.tsx';
import { MessageText } from '../message/MessageText.tsx';

/** What a message says, by its kind: bubbles, cards, files, suggested answers. */
export function MessageBodyView(props: MessageBodyViewProps): ReactElement {
  const { message, chosen, locked = false, onAction } = props;
  const { body } = message;
  const act = (action: Exclude<Action, { type: 'link' }>): void => onAction?.(message, action);
  switch (body.type) {
    case 'text':
      return <TextBody {...props} body={body} />;
    case 'carousel':
      return (
        <>
          <Said {...props} text={body.text} last={false} />
          <Wide>
            <Carousel items={body.items} chosen={chosen} disabled={locked} onAction={act} />
          </Wide>
        </>
      );
    case 'location':
      return (
        <>
          <Said {...props} text={body.text} last={false} />
          <CardWidth>
            <LocationCard location={body} />
          </CardWidth>
        </>
      );
    case 'files':
      return <FilesBody {...props} body={body} />;
    case 'choice':
      return <Said {...props} text={body.text} />;
    case 'unsupported':
      return <UnsupportedBody {...props} text={body.text} />;
  }
}

/** What a message needs to be shown and to be answered. */
export interface MessageBodyViewProps {
  readonly message: ChatMessage;
  readonly first: boolean;
  readonly last: boolean;
  /** Payload of the action chosen under this message. */
  readonly chosen?: string | undefined;
  /** Nothing can be chosen any more. */
  readonly locked?: boolean | undefined;
  readonly onAction?: OnAction | undefined;
  /** Makes an attachment's relative address complete; undefined where it may not be loaded. */
  readonly mediaUrl?: ((url: string) => string | undefined) | undefined;
}

/** An action was pressed: a reply, a postback, or the wish to share one's place. */
export type OnAction = (message: ChatMessage, action: Exclude<Action, { type: 'link' }>) => void;

type Body<Type extends ChatMessage['body']['type']> = Extract<ChatMessage['body'], { type: Type }>;

function Said(props: MessageBodyViewProps & { text: string }): ReactElement | null {
  const { message, first, last, text } = props;
  if (text === '') return null;
  const format = message.body.type === 'text' ? message.body.format : 'plain';
  return (
    <Bubble side={message.own ? 'own' : 'other'} first={first} last={last}>
      <MessageText text={text} format={format} data-message-text="" />
    </Bubble>
  );
}

function TextBody(props: MessageBodyViewProps & { body: Body<'text'> }): ReactElement {
  const { message, body, chosen, locked, onAction } = props;
  const rows = (body.actions ?? []).filter((action) => action.type !== 'reply');
  return (
    <>
      <Said {...props} text={body.text} last={props.last && rows.length === 0} />
      {rows.length > 0 && (
        <CardWidth>
          <Rows as={Card}>
            <ActionButtons
              actions={rows}
              chosen={chosen}
              disabled={locked}
              onAction={(action) => onAction?.(message, action)}
            />
          </Rows>
        </CardWidth>
      )}
    </>
  );
}

function FilesBody(props: MessageBodyViewProps & { body: Body<'files'> }): ReactElement {
  const { message, body, mediaUrl = (url) => url } = props;
  const progress = message.delivery.status === 'sending' ? (message.delivery.progress ?? 0) : undefined;
  return (
    <>
      {(message.localFiles ?? []).map((file, index) =>
        file.previewUrl ? (
          <ImageAttachment key={index} name={file.name} src={file.previewUrl} progress={progress} />
        ) : (
          <FileAttachment key={index} name={file.name} sizeBytes={file.sizeBytes} progress={progress} />
        ),
      )}
      {message.localFiles === undefined &&
        body.attachments.map((file) => (
          <StoredFile key={file.attachmentId} file={file} mediaUrl={mediaUrl} />
        ))}
      <Said {...props} text={body.text} first={false} />
    </>
  );
}

function StoredFile({ file, mediaUrl }: StoredFileProps): ReactElement {
  const url = mediaUrl(file.url);
  // SVG is a document that can hold scripts: it is handed over as a file, not shown.
  return /^image\/(png|jpeg|gif|webp|avif)$/.test(file.contentType) ? (
    <ImageAttachment name={file.name} src={url} width={file.width} height={file.height} />
  ) : (
    <FileAttachment name={file.name} sizeBytes={file.sizeBytes} href={url} />
  );
}

type StoredFileProps = {
  readonly file: Attachment;
  readonly mediaUrl: (url: string) => string | undefined;
};

function UnsupportedBody(props: MessageBodyViewProps & { text: string }): ReactElement {
  const words = useWords();
  return <Said {...props} text={props.text || words.message.unsupported} />;
}

/** The suggested answers of a message, under its time; nothing where there are none. */
export function MessageReplies({
  message,
  chosen,
  locked,
  onAction,
}: Omit<MessageBodyViewProps, 'first' | 'last'>): ReactElement | null {
  const { body } = message;
  const replies = body.type === 'text' ? (body.actions ?? []).filter(isReply) : [];
  if (replies.length === 0) return null;
  return (
    <QuickReplies
      replies={replies}
      chosen={chosen}
      disabled={locked}
      onChoose={(reply) => onAction?.(message, reply)}
    />
  );
}

function isReply(action: Action): action is ReplyAction {
  return action.type === 'reply';
}

const Wide = styled.div`
  inline-size: 100%;
  min-inline-size: 0;
  padding-block-start: ${token('space2')};
`;

const CardWidth = styled.div`
  inline-size: 300px;
  max-inline-size: 100%;
  padding-block-start: ${token('space1')};
`;

const Rows = styled.div`
  & > div > :first-child {
    border-block-start: 0;
  }
`;
