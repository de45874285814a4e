import type { HTMLAttributes, ReactNode } from 'react';
import { styled } from 'styled-components';
import type { Participant } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { Avatar } from '../base/Avatar.tsx';
import { withRef } from '../base/withRef.ts';

/** What happened besides messages: one quiet line in the middle, with the faces it is about. */
export const SystemLine = withRef<HTMLDivElement, SystemLineProps>(
  'SystemLine',
  ({ faces = [], tone = 'plain', children, ...rest }, ref) => (
    <Root ref={ref} data-tone={tone} {...rest}>
      {faces.length > 0 && (
        <span>
          {faces.map((participant) => (
            <Avatar key={participant.participantId} participant={participant} size={22} />
          ))}
        </span>
      )}
      <p dir="auto">{children}</p>
    </Root>
  ),
);

/** Properties of `SystemLine`; the rest goes to its `div`. */
export interface SystemLineProps extends HTMLAttributes<HTMLDivElement> {
  /** One who came or left, or the two of a hand-over. */
  readonly faces?: readonly Participant[] | undefined;
  /** Default `plain`. */
  readonly tone?: 'plain' | 'danger' | undefined;
  readonly children?: ReactNode;
}

const Root = styled.div`
  padding: ${token('space4')} ${token('space5')} ${token('space2')};
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);
  text-align: center;
  text-wrap: balance;

  &[data-tone='danger'] {
    color: ${token('danger')};
  }
  /* In the line, so that the faces stay at its words where it is broken in two. */
  p {
    display: inline;
  }
  & > span {
    display: inline-flex;
    vertical-align: middle;
    margin-inline-end: ${token('space3')};
  }
  & > span > * {
    box-shadow: 0 0 0 2px ${token('canvas')};
  }
  & > span > * + * {
    margin-inline-start: -3px;
  }
`;
