import type { ButtonHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { withRef } from './withRef.ts';

/** A button with words. `primary` is the one thing to do next, `quiet` a choice beside it, `text` a word in a line. */
export const Button = withRef<HTMLButtonElement, ButtonProps>(
  'Button',
  ({ tone = 'quiet', ...rest }, ref) => <Root ref={ref} type="button" data-tone={tone} {...rest} />,
);

/** Properties of `Button`; the rest goes to the button. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default `quiet`. */
  readonly tone?: 'primary' | 'quiet' | 'text' | undefined;
}

const Root = styled.button`
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: ${token('space3')};
  max-inline-size: 100%;
  min-block-size: max(36px, ${token('target')});
  padding: ${token('space2')} ${token('space5')};
  border: 1px solid ${token('outline')};
  border-radius: calc(${token('radius')} * 100);
  background: ${token('canvas')};
  color: ${token('ink')};
  font-weight: ${token('weightMedium')};
  line-height: calc(20 / 15);
  text-align: center;
  cursor: pointer;
  transition: background-color ${token('quick')};

  &:hover {
    background: ${token('hover')};
  }
  &:active {
    background: ${token('press')};
  }
  &[data-tone='primary'] {
    border-color: transparent;
    background: ${token('accent')};
    color: ${token('accentInk')};
  }
  &[data-tone='primary']:hover {
    background: ${token('accentHover')};
  }
  &[data-tone='text'] {
    min-block-size: max(24px, calc(${token('target')} - 8px));
    padding: 0 ${token('space1')};
    border-color: transparent;
    border-radius: ${token('radiusInner')};
    background: none;
    color: ${token('accentText')};
    font-size: inherit;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor 40%, transparent);
    text-underline-offset: 0.2em;
  }
  &[data-tone='text']:hover {
    text-decoration-color: currentColor;
  }
  &:disabled {
    opacity: 0.5;
    cursor: default;
  }
`;
