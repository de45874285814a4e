import type { ReactElement } from 'react';
import { createLatePart } from '../base/createLatePart.ts';
import { useWords } from '../base/WordsProvider.tsx';
import { messagePlainText } from '../message/messagePlainText.ts';
import type { MessageBodyViewProps } from './messageBodyProps.ts';
import { reserve } from './reserve.ts';

const { load, useLatePart } = createLatePart(() => import('./RichBody.tsx'));

/**
 * `RichBody`, whose code comes when a conversation is first shown: a text chat does not wait for cards. Until then its room
 * is kept; where the code cannot be had, its words stand there.
 */
export function LazyRichBody(props: MessageBodyViewProps): ReactElement {
  const { message } = props;
  const words = useWords();
  const rich = useLatePart();
  if (typeof rich === 'object') return <rich.RichBody {...props} />;
  const isMissing = rich === 'missing';
  return (
    <div aria-busy={!isMissing} style={{ minBlockSize: `${reserve(message)}px` }}>
      {isMissing && message.body.type !== 'text' && messagePlainText(message.body, words)}
    </div>
  );
}

/** Fetches the code, once; after a failure again. Rejects where it cannot be had. */
export const loadRichBody = load;
