import { styled } from 'styled-components';
import { token } from '../theme/index.ts';

/** The panel: narrow or wide, one column or as many as there is room for. */
export const Root = styled.section`
  display: grid;
  gap: ${token('space4')};
  padding: ${token('space5')};
  border: 1px solid ${token('outline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  color: ${token('ink')};
  font-size: ${token('textMeta')};
  line-height: 1.4;
  font-variant-numeric: tabular-nums;

  h2,
  h3,
  p,
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: ${token('textTitle')};
  }
  h3 {
    margin-block-end: ${token('space2')};
    font-size: ${token('textBody')};
  }
  section {
    min-inline-size: 0;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(150px, 100%), 1fr));
    gap: ${token('space3')} ${token('space4')};
  }
  dt,
  time {
    color: ${token('inkSoft')};
  }
  dd,
  td,
  pre {
    overflow-wrap: anywhere;
  }
  dd[data-known='false'] {
    color: ${token('inkSoft')};
    font-style: italic;
  }
  code,
  pre {
    font-family: ui-monospace, monospace;
    font-size: 0.92em;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: ${token('space1')} ${token('space3')} ${token('space1')} 0;
    border-block-end: 1px solid ${token('hairline')};
    text-align: start;
    vertical-align: top;
  }
  tr[data-status='failed'] td {
    color: ${token('danger')};
  }
  [data-tools] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: ${token('space3')};
    margin-block-end: ${token('space3')};
  }
  [data-tools] label {
    display: inline-flex;
    align-items: center;
    gap: ${token('space2')};
    min-block-size: ${token('target')};
  }
  input[type='search'] {
    flex: 1 1 120px;
    min-inline-size: 0;
    min-block-size: max(36px, ${token('target')});
    padding: 0 ${token('space3')};
    border: 1px solid ${token('outline')};
    border-radius: ${token('radiusControl')};
    background: ${token('canvas')};
  }
  input[type='checkbox'] {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: ${token('accent')};
  }
  ol {
    max-block-size: 20em;
    overflow: auto;
    list-style: none;
    border-block-start: 1px solid ${token('hairline')};
  }
  summary {
    min-block-size: 24px;
    padding-block: ${token('space1')};
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 0;
    padding: ${token('space3')};
    background: ${token('surface')};
    white-space: pre-wrap;
  }
`;
