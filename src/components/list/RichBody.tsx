import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import type { ChatMessage } from '../../model/index.ts';
import type { Action, Attachment } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { ActionButtons } from '../cards/ActionButtons.tsx';
import { Card } from '../cards/Card.ts';
import { Carousel } from '../cards/Carousel.tsx';
import { FileAttachment } from '../cards/FileAttachment.tsx';
import { ImageAttachment } from '../cards/ImageAttachment.tsx';
import { LocationCard } from '../cards/LocationCard.tsx';
import type { MessageBodyViewProps } from './messageBodyProps.ts';
import { isShownImage } from './reserve.ts';

/** What a message has besides text: cards, places, files, buttons. Fetched apart, after the text stands (`LazyRichBody`). */
export function RichBody(props: MessageBodyViewProps): ReactElement | null {
  const { message, chosen, locked = false, onAction } = props;
  const { body } = message;
  const act = (action: Exclude<Action, { type: 'link' }>): void => onAction?.(message, action);
  switch (body.type) {
    case 'carousel':
      return (
        <Wide>
          <Carousel items={body.items} chosen={chosen} disabled={locked} onAction={act} />
        </Wide>
      );
    case 'location':
      return (
        <CardWidth>
          <LocationCard location={body} />
        </CardWidth>
      );
    case 'files':
      return <Files {...props} attachments={body.attachments} />;
    case 'text':
      return (
        <CardWidth>
          <Rows as={Card} dir={directionOf(body.text)}>
            <ActionButtons
              actions={(body.actions ?? []).filter(({ type }) => type !== 'reply')}
              chosen={chosen}
              disabled={locked}
              onAction={act}
            />
          </Rows>
        </CardWidth>
      );
    default:
      return null;
  }
}

/** Of its first letter, as `dir="auto"` finds it: buttons go the way of the text that they stand under. */
function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return /[\u0590-\u08ff\ufb1d-\ufefc]/.test(letter) ? 'rtl' : 'ltr';
}

function Files(props: MessageBodyViewProps & { attachments: readonly Attachment[] }): ReactElement {
  const { message, attachments, mediaUrl = (url) => url } = props;
  if (message.localFiles) return <LocalFiles message={message} />;
  return (
    <>
      {attachments.map((file) => (
        <StoredFile key={file.attachmentId} file={file} url={mediaUrl(file.url)} />
      ))}
    </>
  );
}

function LocalFiles({ message }: { message: ChatMessage }): ReactElement {
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
    </>
  );
}

function StoredFile({ file, url }: { file: Attachment; url: string | undefined }): ReactElement {
  return isShownImage(file.contentType) ? (
    <ImageAttachment name={file.name} src={url} width={file.width} height={file.height} />
  ) : (
    <FileAttachment name={file.name} sizeBytes={file.sizeBytes} href={url} />
  );
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
