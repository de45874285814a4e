import type { ButtonHTMLAttributes } from 'react';
import { styled } from 'styled-components';
import { land, token } from '../../theme/index.ts';
import type { Change } from '../base/change.ts';
import { Icon } from '../base/Icon.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

const MOST_SHOWN = 99;

/** The round button that opens the chat, in the exact brand colour, with the number of unread messages. */
export const Launcher = withRef<HTMLButtonElement, LauncherProps>(
  'Launcher',
  ({ open = false, unread = 0, onOpenChange, onClick, ...rest }, ref) => {
    const { words, formats } = useLanguage();
    return (
      <Root
        ref={ref}
        type="button"
        aria-label={open ? words.launcher.close : words.launcher.open}
        aria-expanded={open}
        {...(unread > 0 && { 'aria-description': words.launcher.unread(unread) })}
        data-open={open}
        {...rest}
        onClick={(event) => {
          onClick?.(event);
          if (!event.defaultPrevented) onOpenChange?.(!open, { reason: 'press', event });
        }}
      >
        <Icon name={open ? 'minimize' : 'chat'} size={26} />
        {unread > 0 && (
          // The number is drawn, not written: as text it would be missing from the button's name.
          <Badge
            key={unread}
            aria-hidden="true"
            data-count={unread > MOST_SHOWN ? `${formats.number(MOST_SHOWN)}+` : formats.number(unread)}
          />
        )}
      </Root>
    );
  },
);

/** Properties of `Launcher`; the rest goes to the button. */
export interface LauncherProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Default false. */
  readonly open?: boolean | undefined;
  /** The person wants it open, or closed: `press`. A prevented `onClick` changes nothing. */
  readonly onOpenChange?: ((open: boolean, change: Change<'press'>) => void) | undefined;
  /** 0 shows no number; default 0. */
  readonly unread?: number | undefined;
}

const Root = styled.button`
  position: relative;
  display: grid;
  place-items: center;
  inline-size: 56px;
  block-size: 56px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: ${token('brand')};
  color: ${token('brandInk')};
  box-shadow: ${token('shadowPopover')};
  cursor: pointer;
  transition: transform ${token('quick')} ease-out;

  &:hover {
    transform: scale(1.04);
  }
  &:active {
    transform: scale(0.97);
  }
  &:focus-visible {
    outline-offset: 3px;
  }
  @media (forced-colors: active) {
    border: 1px solid ButtonText;
  }
`;

const Badge = styled.span`
  position: absolute;
  inset-block-start: -4px;
  inset-inline-end: -4px;
  min-inline-size: 22px;
  padding: 0 6px;
  border: 2px solid ${token('canvas')};
  border-radius: 12px;
  background: ${token('danger')};
  color: ${token('canvas')};
  font-size: 12px;
  font-weight: ${token('weightStrong')};
  font-variant-numeric: tabular-nums;
  line-height: 18px;
  text-align: center;
  animation: ${land} ${token('calm')} ease-out;

  &::before {
    content: attr(data-count);
  }
`;
