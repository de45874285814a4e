import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { Button } from '../base/Button.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** A hole that is owned up to: some messages are missing here; try again. */
export const GapRow = withRef<HTMLDivElement, GapRowProps>('GapRow', ({ status, onRetry, ...rest }, ref) => {
  const words = useWords();
  return (
    <Root ref={ref} data-status={status} aria-busy={status === 'loading'} {...rest}>
      <span>{words.list.gap}</span>
      {status === 'failed' && onRetry && (
        <Button tone="text" onClick={onRetry}>
          {words.status.retry}
        </Button>
      )}
    </Root>
  );
});

/** Properties of `GapRow`; the rest goes to its `div`. */
export interface GapRowProps extends HTMLAttributes<HTMLDivElement> {
  readonly status: 'loading' | 'failed';
  readonly onRetry?: (() => void) | undefined;
}

const Root = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: center;
  gap: ${token('space1')} ${token('space3')};
  margin: ${token('space3')} 0;
  padding: ${token('space3')} 0;
  border-block: 1px dashed ${token('outline')};
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);
`;
