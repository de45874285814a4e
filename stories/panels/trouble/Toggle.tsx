import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../../src/theme/index.ts';

/** A switch with its name, and a line on what it does. */
export function Toggle({ label, note, harmless = false, on, onTurn }: ToggleProps): ReactElement {
  return (
    <Root type="button" role="switch" aria-checked={on} data-harmless={harmless} onClick={() => onTurn(!on)}>
      <span>
        {label}
        {note && <small>{note}</small>}
      </span>
      <i aria-hidden="true" />
    </Root>
  );
}

/** Properties of `Toggle`. */
export interface ToggleProps {
  readonly label: string;
  readonly note?: string | undefined;
  /** Nothing is wrong when it is on; default false. */
  readonly harmless?: boolean | undefined;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}

const Root = styled.button`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${token('space4')};
  inline-size: 100%;
  min-block-size: max(40px, ${token('target')});
  padding: ${token('space2')} 0;
  border: 0;
  background: none;
  text-align: start;
  cursor: pointer;

  small {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
  i {
    flex: none;
    inline-size: 36px;
    block-size: 22px;
    padding: 3px;
    border: 1px solid ${token('outline')};
    border-radius: 11px;
    background: ${token('canvas')};
    transition: background-color ${token('calm')};
  }
  i::before {
    content: '';
    display: block;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: ${token('inkSoft')};
    transition: margin ${token('calm')};
  }
  &[aria-checked='true'] i {
    border-color: ${token('danger')};
    background: ${token('danger')};
  }
  &[aria-checked='true'][data-harmless='true'] i {
    border-color: ${token('accent')};
    background: ${token('accent')};
  }
  &[aria-checked='true'] i::before {
    margin-inline-start: 14px;
    background: ${token('canvas')};
  }
`;
