import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { Participant } from '../../protocol/index.ts';
import { breathe, fade, token } from '../../theme/index.ts';
import { Avatar } from '../base/Avatar.tsx';
import { participantName } from '../base/participantName.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/**
 * Who is writing. The row keeps its height when nobody is, so nothing jumps when somebody begins. The words are there
 * to be read, not announced: whoever wants them spoken uses the announcer.
 */
export const TypingDots = withRef<HTMLDivElement, TypingDotsProps>(
  'TypingDots',
  ({ participants, showAvatar = true, ...rest }, ref) => {
    const words = useWords();
    const [first] = participants;
    return (
      <Root ref={ref} data-active={participants.length > 0} {...rest}>
        {first && (
          <>
            {showAvatar && <Avatar participant={first} />}
            <Dots aria-hidden="true">
              <i />
              <i />
              <i />
            </Dots>
            <VisuallyHidden>
              {participants.length === 1
                ? words.typing.one(participantName(first, words))
                : words.typing.many(participants.length)}
            </VisuallyHidden>
          </>
        )}
      </Root>
    );
  },
);

/** Properties of `TypingDots`; the rest goes to its `div`. */
export interface TypingDotsProps extends HTMLAttributes<HTMLDivElement> {
  /** Those who are writing now; none leaves the row empty. */
  readonly participants: readonly Participant[];
  /** The first one's face; default true. */
  readonly showAvatar?: boolean;
}

const Root = styled.div`
  position: relative;
  display: flex;
  align-items: center;
  gap: ${token('space3')};
  block-size: 36px;
`;

const Dots = styled.span`
  display: flex;
  gap: 4px;
  padding: 12px 14px;
  border-radius: ${token('radiusBubble')};
  background: ${token('bubbleOther')};
  animation: ${fade} ${token('calm')} ease-out;

  i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: ${token('inkSoft')};
    animation: ${breathe} 1.2s ease-in-out infinite;
  }
  i:nth-child(2) {
    animation-delay: 0.15s;
  }
  i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @media (forced-colors: active) {
    border: 1px solid CanvasText;
    i {
      background: CanvasText;
    }
  }
`;
