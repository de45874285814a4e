import { useEffect, useRef } from 'react';
import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import { rise, token } from '../../theme/index.ts';
import { raised } from './raised.ts';

/** A small sheet beside what opened it. Escape, a press outside and a move of the focus outside close it. */
export function Popover({ onClose, label, children, ...rest }: PopoverProps): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const sheet = root.current;
    sheet?.querySelector<HTMLElement>('input, textarea, button:not(:disabled)')?.focus();
    return () => {
      // Only where the focus would be lost: somebody may have moved it on purpose.
      const isLost = document.activeElement === document.body || sheet?.contains(document.activeElement);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);
  useEffect(() => {
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) onClose();
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [onClose]);
  return (
    // Escape is caught here and goes no further: the desk's own Escape declines.
    <Root
      ref={root}
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
      {...rest}
    >
      {children}
    </Root>
  );
}

/** Properties of `Popover`; the rest goes to its `div`. Place it by a `className` or a positioned parent. */
export interface PopoverProps extends HTMLAttributes<HTMLDivElement> {
  readonly label: string;
  readonly onClose: () => void;
}

const Root = styled.div`
  position: absolute;
  z-index: 5;
  overflow: auto;
  border-radius: ${token('radiusCard')};
  ${raised}
  box-shadow: ${token('shadowPopover')};
  animation: ${rise} ${token('quick')} ease-out;

  @media (forced-colors: active) {
    border: 1px solid CanvasText;
  }
`;
