import type { ButtonHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { rise, token } from '../../theme/index.ts';
import { Icon } from '../base/Icon.tsx';
import { useWords } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/** The way back to the newest message; says how many are new there. */
export const NewPill = withRef<HTMLButtonElement, NewPillProps>('NewPill', ({ count, ...rest }, ref) => {
  const words = useWords();
  return (
    <Root
      ref={ref}
      type="button"
      data-count={count}
      {...(count === 0 && { 'aria-label': words.list.toNewest, title: words.list.toNewest })}
      {...rest}
    >
      <Icon name="down" size={16} strokeWidth={2} />
      {count > 0 && words.list.newMessages(count)}
    </Root>
  );
});

/** Properties of `NewPill`; the rest goes to the button. */
export interface NewPillProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Unread messages below; 0 shows only the arrow. */
  readonly count: number;
}

const Root = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: ${token('space2')};
  min-block-size: max(36px, ${token('target')});
  min-inline-size: max(36px, ${token('target')});
  padding: 0 ${token('space4')};
  border: 0;
  border-radius: 22px;
  background: ${token('accent')};
  color: ${token('accentInk')};
  font-size: ${token('textMeta')};
  font-weight: ${token('weightMedium')};
  box-shadow: ${token('shadowPopover')};
  cursor: pointer;
  animation: ${rise} ${token('calm')} ease-out;

  &[data-count='0'] {
    padding: 0;
    background: ${token('canvas')};
    color: ${token('ink')};
  }
  @media (forced-colors: active) {
    border: 1px solid ButtonText;
  }
`;
