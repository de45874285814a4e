import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { withRef } from './withRef.ts';

/** Heard, not seen. */
export const VisuallyHidden = withRef<HTMLSpanElement, HTMLAttributes<HTMLSpanElement>>(
  'VisuallyHidden',
  (props, ref) => <Hidden ref={ref} {...props} />,
);

const Hidden = styled.span`
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
