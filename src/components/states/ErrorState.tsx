import type { HTMLAttributes } from 'react';
import { Button } from '../base/Button.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { Notice, NoticeActions } from './Notice.ts';

/** Something could not be shown or begun: what happened, that nothing is lost, one way on. */
export const ErrorState = withRef<HTMLDivElement, ErrorStateProps>(
  'ErrorState',
  ({ heading, text, onRetry, ...rest }, ref) => {
    const words = useWords();
    return (
      <Notice ref={ref} role="alert" {...rest}>
        <h2>{heading ?? words.error.title}</h2>
        <p>{text ?? words.error.text}</p>
        {onRetry && (
          <NoticeActions>
            <Button tone="primary" onClick={onRetry}>
              {words.error.retry}
            </Button>
          </NoticeActions>
        )}
      </Notice>
    );
  },
);

/** Properties of `ErrorState`; the rest goes to its `div`. */
export interface ErrorStateProps extends HTMLAttributes<HTMLDivElement> {
  /** Default from the words. */
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  /** Without it there is no button. */
  readonly onRetry?: (() => void) | undefined;
}
