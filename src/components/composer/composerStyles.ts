import { memo } from 'react';
import { css, styled } from 'styled-components';
import { token } from '../../theme/index.ts';
import { IconButton } from '../base/IconButton.tsx';

const MOST_LINES = 6;

/** The form. */
export const Root = styled.form`
  position: relative;
  flex: none;
  margin: 0;
  padding: ${token('space3')} ${token('space4')} ${token('space4')};
`;

/** One box for chips and line, so that both are one thing to look at. */
export const Field = styled.div`
  border: 1px solid ${token('outline')};
  border-radius: calc(${token('radiusBubble')} + 4px);
  background: ${token('canvas')};
  transition: border-color ${token('quick')};

  &:focus-within {
    border-color: ${token('accentText')};
    box-shadow: 0 0 0 1px ${token('accentText')};
  }
  &[data-invalid='true'] {
    border-color: ${token('danger')};
    box-shadow: 0 0 0 1px ${token('danger')};
  }
  ${Root}[data-status='locked'] & {
    border-color: ${token('hairline')};
    background: ${token('hover')};
  }
`;

/** Buttons and text; buttons stay at the last line when the text grows. */
export const Line = styled.div`
  display: flex;
  align-items: flex-end;
  gap: ${token('space1')};
  padding: 5px;

  & > :first-child:not(button) {
    margin-inline-start: ${token('space3')};
  }
`;

const text = css`
  grid-area: 1 / 1;
  /* Under a third of what there is to see, that what is answered stays in view: a keyboard leaves little of a phone on its side. */
  max-block-size: min(${MOST_LINES} * 1.5em + 8px, max(3em + 8px, 0.3 * var(--cq-view-block, 100dvh)));
  min-inline-size: 0;
  padding: 4px ${token('space2')};
  border: 0;
  font-family: inherit;
  font-size: ${token('textInput')};
  font-weight: ${token('weightBody')};
  line-height: 1.5;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** The text stands twice in one cell of a grid, seen and unseen: the unseen one gives the height, without measuring. */
export const Grow = styled.div`
  display: grid;
  flex: 1;
  align-self: center;
  min-inline-size: 0;
  min-block-size: 32px;

  &::after {
    ${text}
    content: attr(data-text) ' ';
    overflow: hidden;
    visibility: hidden;
  }
  & > textarea {
    ${text}
    inline-size: 100%;
    margin: 0;
    overflow-y: auto;
    outline: none;
    background: none;
    color: ${token('ink')};
    resize: none;
    /* Of the words that stand for a text: Chromium asks the field, not them. */
    text-overflow: ellipsis;
    scrollbar-width: thin;
    appearance: none;
  }
  /* Where a field knows its own height the text stands once. */
  @supports (field-sizing: content) {
    &::after {
      content: none;
    }
    & > textarea {
      field-sizing: content;
    }
  }
  & > textarea::placeholder {
    color: ${token('inkSoft')};
    opacity: 1;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;

/** Appears when there is something to send; its room is kept, so the text does not break anew. */
export const Send = memo(styled(IconButton)`
  transition:
    opacity ${token('quick')},
    transform ${token('quick')},
    visibility ${token('quick')};

  &[data-shown='false'] {
    visibility: hidden;
    opacity: 0;
    transform: scale(0.8);
  }
`);

/** What is wrong, or how much is left. */
/* No paragraph: it is there while it has nothing to say, and a screen reader would stop at it. */
export const Note = styled.div`
  padding: 0 ${token('space3')};
  color: ${token('inkSoft')};
  font-size: ${token('textTime')};
  font-variant-numeric: tabular-nums;
  line-height: calc(16 / 12);
  text-align: start;

  &[data-invalid='true'],
  & + & {
    padding-block-start: ${token('space2')};
  }
  &[data-invalid='true'] {
    color: ${token('danger')};
  }
`;

/** Over the whole form while files hang above it. */
export const Drop = styled.div`
  position: absolute;
  inset: 4px;
  z-index: 1;
  display: grid;
  place-items: center;
  border: 2px dashed ${token('accentText')};
  border-radius: calc(${token('radiusBubble')} + 6px);
  background: color-mix(in oklab, ${token('canvas')} 92%, transparent);
  color: ${token('accentText')};
  font-weight: ${token('weightMedium')};
  pointer-events: none;
`;
