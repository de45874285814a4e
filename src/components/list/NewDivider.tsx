import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** What follows has not been read. */
export const NewDivider = withRef<HTMLDivElement, HTMLAttributes<HTMLDivElement>>(
  'NewDivider',
  (props, ref) => {
    const words = useWords();
    return (
      <Root ref={ref} {...props}>
        <span>{words.list.new}</span>
      </Root>
    );
  },
);

const Root = styled.div`
  display: flex;
  align-items: center;
  gap: ${token('space4')};
  padding: ${token('space4')} 0 ${token('space2')};
  color: ${token('accentText')};
  font-size: ${token('textTime')};
  font-weight: ${token('weightStrong')};
  line-height: calc(16 / 12);

  &::before,
  &::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: color-mix(in oklab, currentColor 35%, ${token('canvas')});
  }
`;
