import { useEffect, useId, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { styled } from 'styled-components';
import { IconButton } from '../../components/index.ts';
import { fade, token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { raised } from './raised.ts';

/** A modal sheet: the platform's own dialog, so Escape, focus and the ground behind it behave as everywhere. */
export function Dialog({ heading, width = 420, onClose, children }: DialogProps): ReactElement {
  const { words } = useDeskSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <Root
      ref={dialog}
      aria-labelledby={id}
      $width={width}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose(); // the ground outside the sheet
      }}
    >
      <header>
        <h2 id={id}>{heading}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </header>
      <Body>{children}</Body>
    </Root>
  );
}

/** Properties of `Dialog`. */
export interface DialogProps {
  readonly heading: string;
  /** CSS px; default 420. */
  readonly width?: number | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const Root = styled.dialog<{ $width: number }>`
  inline-size: min(${({ $width }) => $width}px, calc(100vw - 48px));
  max-block-size: min(720px, calc(100vh - 48px));
  padding: 0;
  ${raised}
  border-radius: ${token('radiusFrame')};
  color: ${token('ink')};
  box-shadow: ${token('shadowFrame')};
  overflow: hidden;
  animation: ${fade} ${token('calm')} ease-out;

  &[open] {
    display: flex;
    flex-direction: column;
  }
  &::backdrop {
    background: oklch(0.2 0.02 60 / 35%);
  }
  & > header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 12px 12px 12px 20px;
    border-block-end: 1px solid ${token('hairline')};
  }
  h2 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
  }
`;

const Body = styled.div`
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
  overflow: auto;
`;
