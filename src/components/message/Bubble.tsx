import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { withRef } from '../base/withRef.ts';
import { bubbleStyle } from './bubbleStyle.ts';

/** One thing said. A run of bubbles of one speaker reads as one block: inner corners are small. */
export const Bubble = withRef<HTMLDivElement, BubbleProps>(
  'Bubble',
  ({ side, first = true, last = true, ...rest }, ref) => (
    <Root ref={ref} data-side={side} data-first={first} data-last={last} {...rest} />
  ),
);

/** Properties of `Bubble`; the rest goes to its `div`. */
export interface BubbleProps extends HTMLAttributes<HTMLDivElement> {
  /** `own` stands at the end of the line in the accent; `other` at its start. */
  readonly side: 'own' | 'other';
  /** First of a run; default true. */
  readonly first?: boolean | undefined;
  /** Last of a run; default true. */
  readonly last?: boolean | undefined;
}

const Root = styled.div`
  ${bubbleStyle}
`;
