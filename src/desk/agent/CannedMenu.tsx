import { useMemo, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { styled } from 'styled-components';
import { rise, token } from '../../theme/index.ts';
import { useDesk, useDeskSpeech } from '../data/DeskContext.tsx';
import { raised } from '../parts/raised.ts';

/** The canned answers that fit what follows the `/`, over the composer. */
export function CannedMenu({ answers, active, onChoose }: Canned): ReactElement {
  const { words } = useDeskSpeech();
  return (
    <Sheet role="listbox" aria-label={words.tools.canned}>
      {answers.length === 0 && <p>{words.tools.cannedNone}</p>}
      {answers.map(({ key, text }, at) => (
        <button
          key={key}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(text)}
        >
          <kbd>/{key}</kbd>
          <span>{text}</span>
        </button>
      ))}
      {/* The focus stays in the text field, so the chosen answer is told here. */}
      <Told role="status">{answers[active]?.text}</Told>
    </Sheet>
  );
}

/** Canned answers of a draft: open while it begins with `/`, filtered by what follows, walked by the arrow keys. */
export function useCanned(draft: string, customer: string, onText: (text: string) => void): Canned {
  const { words } = useDeskSpeech();
  const myName = useDesk((state) => state.me?.name ?? '');
  const [walked, setWalked] = useState({ draft: '', at: 0 });
  const [closedFor, setClosedFor] = useState<string>();
  const isOpen = /^\/[^\n]*$/.test(draft) && draft !== closedFor;
  const answers = useMemo(() => {
    const wanted = draft.slice(1).trim().toLocaleLowerCase();
    return words.canned
      .map(({ key, text }) => ({ key, text: text(customer, myName) }))
      .filter(({ key, text }) => key.startsWith(wanted) || text.toLocaleLowerCase().includes(wanted));
  }, [words, draft, customer, myName]);
  // A new letter makes a new list: the walk begins anew.
  const active = walked.draft === draft ? Math.min(walked.at, Math.max(0, answers.length - 1)) : 0;

  return {
    isOpen,
    answers,
    active,
    onChoose: onText,
    onKeyDown(event) {
      if (!isOpen || event.nativeEvent.isComposing) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const chosen = answers[active];
      if (step !== 0)
        setWalked({ draft, at: (active + step + answers.length) % Math.max(1, answers.length) });
      else if (event.key === 'Escape') setClosedFor(draft);
      else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) onText(chosen.text);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}

/** What the canned answers are now. */
export interface Canned {
  readonly isOpen: boolean;
  readonly answers: readonly { readonly key: string; readonly text: string }[];
  /** Index of the one that Enter takes. */
  readonly active: number;
  readonly onChoose: (text: string) => void;
  /** Whether the key was for the menu. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
}

const Sheet = styled.div`
  position: absolute;
  z-index: 3;
  inset-block-end: calc(100% + 6px);
  inset-inline: 12px;
  max-block-size: 320px;
  padding: 6px;
  overflow: auto;
  border-radius: ${token('radiusCard')};
  ${raised}
  box-shadow: ${token('shadowPopover')};
  animation: ${rise} ${token('quick')} ease-out;

  p {
    margin: 6px 8px;
    color: ${token('inkSoft')};
  }
  button {
    display: flex;
    align-items: baseline;
    gap: 12px;
    inline-size: 100%;
    padding: 6px 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: ${token('hover')};
  }
  button[aria-selected='true'] {
    background: ${token('accentSoft')};
  }
  kbd {
    flex: none;
    inline-size: 76px;
    color: ${token('accentText')};
    font-family: inherit;
    font-size: ${token('textMeta')};
    font-weight: ${token('weightMedium')};
  }
  @media (forced-colors: active) {
    border: 1px solid CanvasText;
    button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;

const Told = styled.span`
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  overflow: hidden;
  clip-path: inset(50%);
`;
