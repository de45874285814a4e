import { styled } from 'styled-components';
import { token } from '../../theme/index.ts';

/** The ground of all cards: the bubble's width, a hairline, nothing drawn outside its box. */
export const Card = styled.div`
  position: relative;
  display: flex;
  flex-direction: column;
  inline-size: 100%;
  min-inline-size: 0;
  overflow: hidden;
  isolation: isolate;
  contain: paint;
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  color: ${token('ink')};
`;

/** The words of a card. */
export const CardText = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${token('space1')};
  padding: ${token('space4')};

  & > :first-child {
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
    text-wrap: balance;
  }
  & > :not(:first-child) {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    line-height: calc(18 / 13);
  }
`;

/** The place of a picture: its ratio is kept before it loads and when it never does. */
export const CardMedia = styled.div`
  display: grid;
  place-items: center;
  aspect-ratio: 16 / 9;
  flex: none;
  overflow: hidden;
  background: ${token('bubbleOther')};
  color: ${token('inkSoft')};

  & > img {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
`;
