import type { HTMLAttributes, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Participant } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Avatar } from '../base/Avatar.tsx';
import { IconButton } from '../base/IconButton.tsx';
import { participantName } from '../base/participantName.ts';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

const MOST_FACES = 3;

/** One line: who is there, what this is, the way out. Buttons appear for what can be done. */
export const Header = withRef<HTMLElement, HeaderProps>(
  'Header',
  ({ heading, subtitle, participants = [], menu, onMinimize, onEnd, ...rest }, ref) => {
    const words = useWords();
    const names = participants.map((participant) => participantName(participant, words));
    const second = subtitle ?? (names.length > 0 && heading ? words.header.participants(names) : undefined);
    return (
      <Root ref={ref} {...rest}>
        {participants.length > 0 && (
          <Faces>
            {participants.slice(-MOST_FACES).map((participant) => (
              <Avatar key={participant.participantId} participant={participant} size={36} />
            ))}
          </Faces>
        )}
        <Title>
          <h2>
            <bdi>{heading ?? (names.join(', ') || words.frame.title)}</bdi>
          </h2>
          {second && (
            <p>
              <bdi>{second}</bdi>
            </p>
          )}
        </Title>
        <Buttons>
          {menu}
          {onEnd && <IconButton icon="end" label={words.header.end} onClick={onEnd} />}
          {onMinimize && <IconButton icon="minimize" label={words.header.minimize} onClick={onMinimize} />}
        </Buttons>
      </Root>
    );
  },
);

/** Properties of `Header`; the rest goes to its `header`. */
export interface HeaderProps extends HTMLAttributes<HTMLElement> {
  /** Default the names of those who are there, else the words' title. */
  readonly heading?: string | undefined;
  /** The second line; with a heading the names stand there by default. */
  readonly subtitle?: string | undefined;
  /** Those of the contact centre who are there; the last three are shown. */
  readonly participants?: readonly Participant[] | undefined;
  /** Buttons of one's own, before the others. */
  readonly menu?: ReactNode;
  readonly onMinimize?: (() => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
}

const Root = styled.header`
  position: relative;
  z-index: 3;
  display: flex;
  flex: none;
  align-items: center;
  gap: ${token('space4')};
  min-block-size: 64px;
  padding-block: ${token('space3')};
  padding-inline: ${token('space5')} ${token('space4')};
  border-block-end: 1px solid ${token('hairline')};
  background: ${token('canvas')};
`;

const Faces = styled.div`
  display: flex;
  flex: none;

  & > * {
    box-shadow: 0 0 0 2px ${token('canvas')};
  }
  & > * + * {
    margin-inline-start: -10px;
  }
`;

const Title = styled.div`
  flex: 1;
  min-inline-size: 0;

  h2,
  p {
    margin: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    text-align: match-parent;
  }
  h2 {
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
  }
  p {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
`;

const Buttons = styled.div`
  display: flex;
  flex: none;
  gap: ${token('space1')};
`;
