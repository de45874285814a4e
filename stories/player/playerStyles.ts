import { styled } from 'styled-components';
import { token } from '../../src/theme/index.ts';

/** The page of a player. */
export const Page = styled.main`
  max-inline-size: 960px;
  margin-inline: auto;
`;

/** What there is to see. */
export const Lead = styled.header`
  margin-block-end: ${token('space6')};

  h1 {
    margin: 0;
    font: ${token('weightStrong')} calc(26px * ${token('fontScale')}) / calc(32 / 26) ${token('fontHeading')};
    text-align: match-parent;
    text-wrap: balance;
  }
  & > p {
    max-inline-size: 64ch;
    margin: ${token('space2')} 0 0;
    color: ${token('inkSoft')};
    text-align: match-parent;
    text-wrap: pretty;
  }
`;

/** The chat beside its controls; above them where there is no room. */
export const Deck = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: ${token('space6')};
`;

/** Where the chat stands. */
export const Paper = styled.div`
  flex: 1 1 340px;
  min-inline-size: 0;
  max-inline-size: 400px;
  block-size: 640px;
  overflow: hidden;
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusFrame')};
  box-shadow: ${token('shadowFrame')};

  @media (max-width: 719.98px) {
    max-inline-size: none;
    block-size: 520px;
  }
`;

/** The controls and the steps, as high as the chat. */
export const Side = styled.section`
  display: flex;
  flex: 1 1 340px;
  flex-direction: column;
  min-inline-size: 0;
  block-size: 640px;
  overflow: hidden;
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusFrame')};
  background: ${token('canvas')};

  @media (max-width: 719.98px) {
    flex-basis: 100%;
    block-size: auto;
  }
`;

/** Says what went wrong, and what one can do. */
export const Trouble = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: ${token('space3')};
  padding: ${token('space4')} ${token('space5')};
  background: ${token('dangerSoft')};
  color: ${token('danger')};

  svg {
    flex: none;
  }
  p {
    flex: 1 1 0;
    min-inline-size: 20ch;
    margin: 0;
    overflow-wrap: anywhere;
  }
`;
