import { css } from 'styled-components';
import { token } from '../../theme/index.ts';

/** How a bubble looks, by `data-side`, `data-first` and `data-last`: for an element that is one already. */
export const bubbleStyle: ReturnType<typeof css> = css`
  inline-size: fit-content;
  max-inline-size: min(100%, 34em);
  padding: ${token('space3')} ${token('space4')};
  border-radius: ${token('radiusBubble')};
  background: ${token('bubbleOther')};
  color: ${token('ink')};

  &[data-side='own'] {
    background: ${token('accent')};
    color: ${token('accentInk')};
  }
  &[data-side='own'][data-first='false'] {
    border-start-end-radius: ${token('radiusInner')};
  }
  &[data-side='own'][data-last='false'] {
    border-end-end-radius: ${token('radiusInner')};
  }
  &[data-side='other'][data-first='false'] {
    border-start-start-radius: ${token('radiusInner')};
  }
  &[data-side='other'][data-last='false'] {
    border-end-start-radius: ${token('radiusInner')};
  }
  @media (forced-colors: active) {
    border: 1px solid CanvasText;
  }
  &[data-side='own']:where(*) {
    @media (forced-colors: active) {
      border-inline-end-width: 4px;
    }
  }
`;
