import { useState } from 'react';
import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { Icon } from '../../components/index.ts';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';

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
      <button
        type="button"
        aria-label={words.admin.copy(label)}
        title={words.admin.copy(label)}
        onClick={(event) => void copy(event.currentTarget.parentElement?.querySelector('input') ?? null)}
      >
        <Icon name={isCopied ? 'check' : 'link'} size={16} />
        <span role="status">{isCopied ? words.admin.copied : ''}</span>
      </button>
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
  button {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 32px;
    min-inline-size: 32px;
    justify-content: center;
    padding: 0 8px;
    border: 0;
    border-radius: 8px;
    background: transparent;
    color: ${token('accentText')};
    font-size: ${token('textMeta')};
    cursor: pointer;
  }
  button:hover {
    background: ${token('hover')};
  }
`;
