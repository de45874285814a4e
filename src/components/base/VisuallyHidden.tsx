import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { RefComponent } from './withRef.ts';

/** Heard, not seen. A `span`; `as="div"` where it holds blocks. */
export const VisuallyHidden: RefComponent<HTMLSpanElement, VisuallyHiddenProps> = styled.span`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  padding: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  border: 0;
`;

/** Properties of `VisuallyHidden`; all go to its element. */
export interface VisuallyHiddenProps extends HTMLAttributes<HTMLSpanElement> {
  readonly as?: 'div';
}
