import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Button, useCountdown } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { useDesk, useDeskSession, useDeskSpeech } from '../data/DeskContext.tsx';

/** The line to the contact centre, in its own row: nothing while all is well, a sentence and a way on while it is down. */
export function LineBanner(): ReactElement {
  const { words, formats, clock } = useDeskSpeech();
  const session = useDeskSession();
  const line = useDesk((state) => state.line);
  const leftMs = useCountdown(line.status === 'lost' ? line.retryAtMs : undefined, clock);
  useEffect(() => {
    const onOnline = (): void => session.retryNow();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [session]);
  return (
    <Root role="status" aria-atomic="false" data-line={line.status}>
      {line.status === 'lost' && (
        <>
          <p>
            <strong>{words.line.lost}</strong> {words.line.stillWorks}{' '}
            {leftMs !== undefined && (
              <span role="timer" aria-live="off">
                {words.line.nextTry(formats.countdown(leftMs))}
              </span>
            )}
          </p>
          <Button onClick={session.retryNow}>{words.line.tryNow}</Button>
        </>
      )}
    </Root>
  );
}

const Root = styled.div`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: 16px;

  &[data-line='lost'] {
    padding: 8px 12px 8px 20px;
    border-block-end: 1px solid ${token('hairline')};
    background: ${token('dangerSoft')};
  }
  p {
    margin: 0;
    font-size: ${token('textMeta')};
    font-variant-numeric: tabular-nums;
  }
  strong {
    font-weight: ${token('weightStrong')};
  }
  button {
    flex: none;
  }
`;
