import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../base/WordsProvider.tsx';
import { messagePlainText } from '../message/messagePlainText.ts';
import type { MessageBodyViewProps } from './messageBodyProps.ts';
import { reserve } from './reserve.ts';

type RichBodyModule = typeof import('./RichBody.tsx');

let loaded: RichBodyModule | undefined;

/**
 * `RichBody`, whose code comes with the first card or file: a chat of words alone never fetches it. Until then its room is
 * kept; where the code cannot be had, its words stand there.
 */
export function LazyRichBody(props: MessageBodyViewProps): ReactElement {
  const { message } = props;
  const words = useWords();
  const [rich, setRich] = useState(loaded);
  const [isMissing, setIsMissing] = useState(false);
  useEffect(() => {
    if (rich) return undefined;
    let isGone = false;
    const told = (take: () => void) => (): void => {
      if (!isGone) take();
    };
    loadRichBody().then(
      told(() => setRich(loaded)),
      told(() => setIsMissing(true)),
    );
    return () => void (isGone = true);
  }, [rich]);
  if (rich) return <rich.RichBody {...props} />;
  return (
    <div aria-busy={!isMissing} style={{ minBlockSize: `${reserve(message)}px` }}>
      {isMissing && message.body.type !== 'text' && messagePlainText(message.body, words)}
    </div>
  );
}

// Once; after a failure again.
async function loadRichBody(): Promise<void> {
  loaded ??= await import('./RichBody.tsx');
}
