import type { ReactElement } from 'react';
import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { useWords } from '../base/WordsProvider.tsx';

/** How much has gone up, 0 to 1; nothing without a number. */
export function UploadBar({ progress }: { progress: number | undefined }): ReactElement | null {
  const words = useWords();
  if (progress === undefined) return null;
  const percent = Math.round(Math.min(1, Math.max(0, progress)) * 100);
  return (
    <Bar
      role="progressbar"
      // The number is the value's, not the name's: it would be said twice.
      aria-label={words.status.sending}
      aria-valuenow={percent}
      aria-valuetext={words.file.uploading(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ inlineSize: `${percent}%` }} />
    </Bar>
  );
}

const Bar = styled.span`
  position: absolute;
  inset-inline: 10px;
  inset-block-end: 8px;
  block-size: 4px;
  overflow: hidden;
  border-radius: 2px;
  background: color-mix(in oklab, ${token('canvas')} 75%, ${token('ink')});

  i {
    display: block;
    block-size: 100%;
    background: ${token('accentText')};
    transition: inline-size ${token('calm')};
  }
  @media (forced-colors: active) {
    border: 1px solid CanvasText;
    i {
      background: Highlight;
    }
  }
`;
