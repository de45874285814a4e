import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useDeskSpeech } from '../data/DeskContext.tsx';
import { Dialog } from '../parts/Dialog.tsx';

/** Every key that the desk knows. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { words } = useDeskSpeech();
  return (
    <Dialog heading={words.help.heading} onClose={onClose}>
      <Keys>
        {words.help.rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split(/\s+/).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </Keys>
    </Dialog>
  );
}

const Keys = styled.dl`
  margin: 0;
  padding: 8px 20px 16px;

  div {
    display: flex;
    align-items: center;
    gap: 16px;
    padding-block: 6px;
  }
  dt {
    display: flex;
    gap: 4px;
    inline-size: 108px;
  }
  dd {
    margin: 0;
  }
  kbd {
    min-inline-size: 28px;
    padding: 2px 8px;
    border: 1px solid ${token('outline')};
    border-radius: 6px;
    background: ${token('surface')};
    font-family: inherit;
    font-size: ${token('textMeta')};
    text-align: center;
  }
`;
