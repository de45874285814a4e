import type { HTMLAttributes, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Participant } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Avatar } from '../base/Avatar.tsx';
import { Icon } from '../base/Icon.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { Notice } from './Notice.ts';

/** The first thing a person sees: faces (or a sign), a greeting, a sentence. `children` may suggest a beginning. */
export const EmptyState = withRef<HTMLDivElement, EmptyStateProps>(
  'EmptyState',
  ({ participants = [], heading, text, children, ...rest }, ref) => {
    const words = useWords();
    return (
      <Notice ref={ref} {...rest}>
        {participants.length > 0 ? (
          <Faces>
            {participants.slice(0, 3).map((participant) => (
              <Avatar key={participant.participantId} participant={participant} size={44} />
            ))}
          </Faces>
        ) : (
          <Sign aria-hidden="true">
            <Icon name="chat" size={26} strokeWidth={1.5} />
          </Sign>
        )}
        <h2>{heading ?? words.empty.title}</h2>
        <p>{text ?? words.empty.text}</p>
        {children}
      </Notice>
    );
  },
);

/** Properties of `EmptyState`; the rest goes to its `div`. */
export interface EmptyStateProps extends HTMLAttributes<HTMLDivElement> {
  /** Up to three faces; default a sign. */
  readonly participants?: readonly Participant[] | undefined;
  /** Default from the words. */
  readonly heading?: string | undefined;
  readonly text?: string | undefined;
  readonly children?: ReactNode;
}

const Faces = styled.div`
  display: flex;
  margin-block-end: ${token('space3')};

  & > * {
    box-shadow: 0 0 0 3px ${token('canvas')};
  }
  & > * + * {
    margin-inline-start: -6px;
  }
`;

const Sign = styled.div`
  display: grid;
  place-items: center;
  inline-size: 56px;
  block-size: 56px;
  margin-block-end: ${token('space3')};
  border-radius: 50%;
  background: ${token('accentSoft')};
  color: ${token('accentText')};
`;
