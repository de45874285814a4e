import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { Button } from '../base/Button.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { NoticeActions } from './Notice.ts';

/** The end, with thanks: where the composer was. Buttons appear for what can be done. */
export const EndedCard = withRef<HTMLDivElement, EndedCardProps>(
  'EndedCard',
  ({ onContinue, onNewChat, onTranscript, ...rest }, ref) => {
    const words = useWords();
    return (
      <Root ref={ref} {...rest}>
        <strong>{words.ended.title}</strong>
        {onContinue && <p>{words.ended.text}</p>}
        <NoticeActions>
          {onContinue && (
            <Button tone="primary" onClick={onContinue}>
              {words.ended.continue}
            </Button>
          )}
          {onNewChat && (
            <Button tone={onContinue ? 'quiet' : 'primary'} onClick={onNewChat}>
              {words.ended.newChat}
            </Button>
          )}
          {onTranscript && <Button onClick={onTranscript}>{words.ended.transcript}</Button>}
        </NoticeActions>
      </Root>
    );
  },
);

/** Properties of `EndedCard`; the rest goes to its `div`. */
export interface EndedCardProps extends HTMLAttributes<HTMLDivElement> {
  /** Initialises again and resumes. */
  readonly onContinue?: (() => void) | undefined;
  readonly onNewChat?: (() => void) | undefined;
  readonly onTranscript?: (() => void) | undefined;
}

const Root = styled.div`
  position: relative;
  padding: ${token('space5')} ${token('space5')} ${token('space6')};
  border-block-start: 1px solid ${token('hairline')};
  text-align: center;
  text-wrap: balance;

  strong {
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
  }
  p {
    margin: ${token('space1')} 0 0;
    color: ${token('inkSoft')};
  }
`;
