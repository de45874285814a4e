import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';

/** Fields under one another. */
export const FormBody = styled.form`
  display: flex;
  flex-direction: column;
  gap: 14px;
  padding: 16px 20px 20px;

  & > button[data-tone='text'],
  fieldset > button[data-tone='text'] {
    align-self: flex-start;
  }
  fieldset {
    display: flex;
    flex-direction: column;
    gap: 10px;
    min-inline-size: 0;
    margin: 0;
    padding: 12px;
    border: 1px solid ${token('hairline')};
    border-radius: ${token('radiusControl')};
  }
  legend {
    padding-inline: 4px;
    font-size: ${token('textMeta')};
    font-weight: ${token('weightMedium')};
  }
`;

/** The buttons at the end of a form. */
export const FormEnd = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: flex-end;
  gap: 8px;
  padding-block-start: 4px;
`;
