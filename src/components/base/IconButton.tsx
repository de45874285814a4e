import type { ButtonHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import { withRef } from './withRef.ts';

/** A round button with an icon and a name that is heard and shown as a tooltip. 32 px by pointer, 44 by touch (`target`). */
export const IconButton = withRef<HTMLButtonElement, IconButtonProps>(
  'IconButton',
  ({ icon, label, tone = 'plain', iconSize = 20, ...rest }, ref) => (
    <Root ref={ref} type="button" aria-label={label} title={label} data-tone={tone} {...rest}>
      <Icon name={icon} size={iconSize} />
    </Root>
  ),
);

/** Properties of `IconButton`; the rest goes to the button. */
export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName;
  /** The accessible name. */
  readonly label: string;
  /** `accent` is the one thing to do next; default `plain`. */
  readonly tone?: 'plain' | 'accent' | undefined;
  /** CSS px; default 20. */
  readonly iconSize?: number;
}

const Root = styled.button`
  display: inline-grid;
  place-items: center;
  flex: none;
  min-inline-size: max(32px, ${token('target')});
  min-block-size: max(32px, ${token('target')});
  padding: 0;
  border: 1px solid transparent;
  border-radius: calc(${token('radius')} * 100);
  background: transparent;
  color: ${token('inkSoft')};
  cursor: pointer;
  transition:
    background-color ${token('quick')},
    color ${token('quick')};

  &:hover {
    background: ${token('hover')};
    color: ${token('ink')};
  }
  &:active {
    background: ${token('press')};
  }
  &[data-tone='accent'] {
    background: ${token('accent')};
    color: ${token('accentInk')};
  }
  &[data-tone='accent']:hover {
    background: ${token('accentHover')};
  }
  &:disabled {
    opacity: 0.45;
    cursor: default;
  }
  @media (forced-colors: active) {
    border-color: ButtonText;
  }
`;
