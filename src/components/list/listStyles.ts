import { styled } from 'styled-components';
import { fade, token } from '../../theme/index.ts';

/** The place of the list, with what lies over it. */
export const Root = styled.div`
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
`;

/** What scrolls. */
export const Log = styled.div`
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
  padding-inline: ${token('space5')};
  overflow: hidden auto;
  contain: strict;
  /* The height where nobody gives one: contained as it is, it has none of its own. */
  contain-intrinsic-block-size: 320px;
  /* The window keeps the place; two who do it would jump. */
  overflow-anchor: none;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  scrollbar-color: ${token('outline')} transparent;

  &:focus-visible {
    outline-offset: -3px;
  }
`;

/** A short conversation stands near the composer, where the eye and the thumb are. */
export const Bottom = styled.div`
  margin-block-start: auto;

  /* The rows, and the room of those that are left out: styled here, since each would be drawn as a component. */
  & > div {
    display: flow-root;
    contain: layout style;
  }
`;

/** The row of the typing dots, and the air before the composer. */
export const End = styled.div`
  padding-block: ${token('space2')} ${token('space3')};
`;

/** Over the start: older messages are on their way, or could not come. */
export const Top = styled.div`
  position: absolute;
  inset-block-start: ${token('space3')};
  inset-inline: 0;
  inline-size: fit-content;
  max-inline-size: calc(100% - 2 * ${token('space5')});
  margin-inline: auto;
  padding: ${token('space2')} ${token('space4')};
  border-radius: 16px;
  background: ${token('canvas')};
  color: ${token('inkSoft')};
  font-size: ${token('textMeta')};
  line-height: calc(18 / 13);
  box-shadow: ${token('shadowPopover')};
  animation: ${fade} ${token('calm')};
`;

/** Over the end: the way back. */
export const Pill = styled.div`
  position: absolute;
  inset-block-end: ${token('space4')};
  inset-inline: 0;
  display: flex;
  justify-content: center;
  pointer-events: none;

  & > * {
    pointer-events: auto;
  }
`;
