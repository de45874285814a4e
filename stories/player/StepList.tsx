import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { useStore } from 'zustand';
import { token } from '../../src/theme/index.ts';
import { stepAt } from './createPlayer.ts';
import type { Player } from './createPlayer.ts';

/** What is played, step by step; the one that is played is marked, and each can be gone to. */
export function StepList({ player }: { readonly player: Player }): ReactElement {
  const { tape, seek } = player;
  const current = useStore(player.store, ({ atMs }) => stepAt(tape, atMs));
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const row = list.current?.children[current];
    if (!list.current || !(row instanceof HTMLElement)) return;
    // Never `scrollIntoView`, which would move the page.
    list.current.scrollTop = row.offsetTop - (list.current.clientHeight - row.offsetHeight) / 2;
  }, [current]);
  return (
    <Root ref={list} aria-label="Steps">
      {tape.steps.map((step, index) => (
        <li key={index}>
          <button
            type="button"
            aria-current={index === current ? 'step' : undefined}
            data-passed={index < current}
            onClick={() => seek(step.atMs)}
          >
            <small>{step.who}</small>
            <span dir="auto">{step.label}</span>
          </button>
        </li>
      ))}
    </Root>
  );
}

const Root = styled.ol`
  position: relative;
  flex: 1 1 0;
  min-block-size: 240px;
  margin: 0;
  padding: ${token('space2')};
  overflow-y: auto;
  border-block-start: 1px solid ${token('hairline')};
  list-style: none;
  overscroll-behavior: contain;

  button {
    position: relative;
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    align-items: baseline;
    inline-size: 100%;
    min-block-size: max(32px, ${token('target')});
    padding: ${token('space2')} ${token('space4')};
    border: 0;
    border-radius: ${token('radiusControl')};
    background: none;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
    text-align: start;
    cursor: pointer;
  }
  button:hover {
    background: ${token('hover')};
  }
  small {
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
  }
  span {
    overflow-wrap: anywhere;
    text-align: match-parent;
    text-wrap: pretty;
  }
  [data-passed='true'] {
    color: ${token('ink')};
  }
  [aria-current] {
    background: ${token('accentSoft')};
    color: ${token('ink')};
    font-weight: ${token('weightMedium')};
  }
  [aria-current]::before {
    content: '';
    position: absolute;
    inset-block: 6px;
    inset-inline-start: 4px;
    inline-size: 3px;
    border-radius: 2px;
    background: ${token('accentText')};
  }
  @media (max-width: 719.98px) {
    flex: none;
    max-block-size: 320px;
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
