import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { ToolButton } from './ToolButton.tsx';

/** An id with its name, and a button that copies it. Where the page may not write the clipboard, it is selected instead. */
export function CopyId({ label, value }: { readonly label: string; readonly value: string }): ReactElement {
  const { words, clock } = useDeskSpeech();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (field: HTMLInputElement | null): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setIsCopied(true);
      clock.after(2000, () => setIsCopied(false));
    } catch {
      field?.select();
    }
  };
  return (
    <Root>
      <label>
        <span>{label}</span>
        <input readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <ToolButton
        sign={isCopied ? 'done' : 'copy'}
        label={words.admin.copy(label)}
        onClick={(event) => void copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
      >
        <span role="status">{isCopied ? words.admin.copied : ''}</span>
      </ToolButton>
    </Root>
  );
}

const Root = styled.div`
  display: flex;
  align-items: flex-end;
  gap: 4px;

  label {
    flex: 1;
    min-inline-size: 0;
  }
  label span {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
  input {
    inline-size: 100%;
    min-block-size: 32px;
    padding: 4px 8px;
    border: 1px solid ${token('hairline')};
    border-radius: 8px;
    background: ${token('surface')};
    font-family: ui-monospace, 'SF Mono', 'Liberation Mono', monospace;
    font-size: ${token('textMeta')};
    text-overflow: ellipsis;
  }
  button span:empty {
    display: none;
  }
`;
