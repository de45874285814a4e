import { styled } from 'styled-components';
import { token } from '../theme/index.ts';

/** A word of trouble over the composer. */
export const Refusal = styled.p`
  margin: 0;
  padding: ${token('space2')} ${token('space5')} 0;
  color: ${token('danger')};
  font-size: ${token('textMeta')};
`;

/** Room for a card above the composer. */
export const CardPlace = styled.div`
  position: relative;
  padding: 0 ${token('space4')} ${token('space3')};
`;

/** Two answers to one question, side by side. */
export const Question = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${token('space3')};
  padding: ${token('space4')} ${token('space5')};
  border-block-start: 1px solid ${token('hairline')};

  & > button {
    flex: 1;
    white-space: nowrap;
  }
`;
