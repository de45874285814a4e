import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';

/** A quiet word in the middle of the page: a sign, a title, a sentence, what one may do. */
export const Notice = styled.div`
  position: relative;
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: ${token('space3')};
  max-inline-size: 320px;
  margin: auto;
  padding: ${token('space6')} ${token('space5')};
  text-align: center;
  text-wrap: balance;

  h2 {
    margin: 0;
    font-family: ${token('fontHeading')};
    font-size: ${token('textTitle')};
    font-weight: ${token('weightStrong')};
    line-height: calc(24 / 17);
  }
  p {
    margin: 0;
    color: ${token('inkSoft')};
  }
`;

/** What one may do, side by side, below one another where there is no room. */
export const NoticeActions = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  gap: ${token('space3')};
  margin-block-start: ${token('space3')};
`;
