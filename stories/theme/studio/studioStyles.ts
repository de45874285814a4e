import { styled } from 'styled-components';
import { token } from '../../../src/theme/index.ts';

/** Controls beside the preview; one above the other where there is no room. */
export const Desk = styled.main`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
  gap: ${token('space7')};
  max-inline-size: 1240px;
  margin-inline: auto;
`;

/** Everything that is not the chat: its styles must not reach into it. */
export const Controls = styled.div`
  h1 {
    margin: 0 0 ${token('space2')};
    font: ${token('weightStrong')} calc(24px * ${token('fontScale')}) / 1.25 ${token('fontHeading')};
  }
  h2 {
    margin: ${token('space6')} 0 ${token('space3')};
    font: ${token('weightStrong')} ${token('textTitle')} / calc(24 / 17) ${token('fontHeading')};
  }
  p {
    margin: 0 0 ${token('space4')};
    color: ${token('inkSoft')};
  }
  select,
  input:not([type='color'], [type='range'], [type='radio']) {
    min-block-size: 32px;
    min-inline-size: 0;
    padding: 2px 8px;
    border: 1px solid ${token('inkSoft')};
    border-radius: ${token('radiusControl')};
    background: ${token('canvas')};
  }
  [aria-invalid='true'] {
    border-color: ${token('danger')};
  }
`;

/** A name, and what sets it. */
export const Row = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1.1fr) auto minmax(0, 1fr);
  align-items: center;
  gap: ${token('space3')};
  padding-block: ${token('space1')};

  small {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textTime')};
    line-height: calc(16 / 12);
  }
  input[type='color'] {
    inline-size: 44px;
    block-size: 32px;
    padding: 2px;
    border: 1px solid ${token('inkSoft')};
    border-radius: 6px;
    background: ${token('canvas')};
  }
  input[type='range'] {
    inline-size: 160px;
    max-inline-size: 100%;
    block-size: 24px;
    accent-color: ${token('accentText')};
  }
`;

/** Things in a line that wraps. */
export const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${token('space3')} ${token('space4')};
  margin-block-end: ${token('space4')};

  label {
    display: inline-flex;
    align-items: center;
    gap: ${token('space2')};
    min-block-size: 32px;
  }
  input[type='color'] {
    inline-size: 44px;
    block-size: 32px;
    padding: 2px;
    border: 1px solid ${token('inkSoft')};
    border-radius: 6px;
    background: ${token('canvas')};
  }
`;

/** Text to be taken away. */
export const Code = styled.textarea`
  inline-size: 100%;
  padding: ${token('space4')};
  border: 1px solid ${token('inkSoft')};
  border-radius: ${token('radiusControl')};
  background: ${token('surface')};
  font:
    400 ${token('textMeta')} / 1.5 ui-monospace,
    'Liberation Mono',
    monospace;
  white-space: pre;
`;

/** Stays in sight while one scrolls through the controls. */
export const Preview = styled.div`
  position: sticky;
  inset-block-start: 24px;
  align-self: start;
  inline-size: min(100%, 420px);
  margin-inline: auto;
`;
