import { styled } from 'styled-components';
import { token } from '../../src/theme/index.ts';

const THUMB = '18px';

/** All controls of a player. */
export const Root = styled.div`
  padding: ${token('space5')} ${token('space5')} ${token('space4')};
`;

/** The buttons, the time and the speed in a line. */
export const Transport = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${token('space2')};
`;

/** A round button; the main one is the thing to do next. */
export const Round = styled.button`
  display: grid;
  flex: none;
  place-items: center;
  inline-size: max(36px, ${token('target')});
  block-size: max(36px, ${token('target')});
  padding: 0;
  border: 1px solid transparent;
  border-radius: 50%;
  background: none;
  color: ${token('ink')};
  cursor: pointer;
  transition: background-color ${token('quick')};

  &:hover {
    background: ${token('hover')};
  }
  &:active {
    background: ${token('press')};
  }
  &[data-main] {
    inline-size: 44px;
    block-size: 44px;
    background: ${token('accent')};
    color: ${token('accentInk')};
  }
  &[data-main]:hover {
    background: ${token('accentHover')};
  }
  @media (forced-colors: active) {
    border-color: ButtonText;
  }
`;

/** Where it is, and how long it is. */
export const Time = styled.p`
  flex: 1 0 auto;
  margin: 0;
  white-space: nowrap;
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  font-variant-numeric: tabular-nums;

  span {
    color: ${token('ink')};
    font-weight: ${token('weightMedium')};
  }
`;

/** Speed: a word and a list. */
export const Speed = styled.div`
  display: inline-flex;
  align-items: center;
  gap: ${token('space3')};
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};

  @media (max-width: 479.98px) {
    label {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  select {
    min-block-size: max(32px, ${token('target')});
    padding: 0 ${token('space2')};
    border: 1px solid ${token('outline')};
    border-radius: ${token('radiusControl')};
    background: ${token('canvas')};
    color: ${token('ink')};
    font-variant-numeric: tabular-nums;
  }
`;

/** The scrubber with a mark for each step; `--at` 0 to 1. */
export const Track = styled.div<{ readonly style: { readonly '--at': number } }>`
  position: relative;
  margin-block-start: ${token('space4')};

  input {
    position: relative;
    display: block;
    inline-size: 100%;
    block-size: max(28px, ${token('target')});
    margin: 0;
    appearance: none;
    background: linear-gradient(
        to right,
        ${token('accentText')} calc(${THUMB} / 2 + (100% - ${THUMB}) * var(--at)),
        ${token('outline')} 0
      )
      center / 100% 4px no-repeat;
    cursor: pointer;
  }
  input::-webkit-slider-thumb {
    inline-size: ${THUMB};
    block-size: ${THUMB};
    appearance: none;
    border: 3px solid ${token('canvas')};
    border-radius: 50%;
    background: ${token('accentText')};
    box-shadow: 0 0 0 1px ${token('accentText')};
  }
  input::-moz-range-thumb {
    inline-size: 12px;
    block-size: 12px;
    border: 3px solid ${token('canvas')};
    border-radius: 50%;
    background: ${token('accentText')};
    box-shadow: 0 0 0 1px ${token('accentText')};
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
      background: none;
    }
    input::-webkit-slider-thumb {
      appearance: auto;
    }
  }
`;

/** Where a step begins; `--place` 0 to 1. */
export const Mark = styled.i<{ readonly style: { readonly '--place': number } }>`
  position: absolute;
  inset-block-start: calc(50% + 7px);
  left: calc(${THUMB} / 2 + (100% - ${THUMB}) * var(--place) - 1px);
  inline-size: 2px;
  block-size: 5px;
  border-radius: 1px;
  background: ${token('outline')};

  &[data-passed='true'] {
    background: ${token('accentText')};
  }
`;

/** What the keys do. */
export const Keys = styled.p`
  margin: ${token('space3')} 0 0;
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  line-height: calc(20 / 12);
  text-align: match-parent;

  kbd {
    padding: 1px 5px;
    border: 1px solid ${token('outline')};
    border-radius: 4px;
    font: inherit;
  }
  @media (pointer: coarse) {
    display: none;
  }
`;
