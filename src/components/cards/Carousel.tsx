import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import type { Action, CarouselItem } from '../../protocol/index.ts';
import { token } from '../../theme/index.ts';
import { IconButton } from '../base/IconButton.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { Card, CardMedia, CardText } from './Card.ts';
import { RemoteImage } from './RemoteImage.tsx';
import { useTrack } from './useTrack.ts';

/** Under so many cards the dots can be counted at a glance. */
const MOST_DOTS = 7;

/** Cards side by side that snap into place; the edge of the next one shows. Arrows for pointers, swipe and keys for all. */
export const Carousel = withRef<HTMLElement, CarouselProps>(
  'Carousel',
  ({ items, chosen, disabled, onAction, ...rest }, ref) => {
    const { words } = useLanguage();
    const { track, current, go, follow, take } = useTrack(items.length);
    const hasImages = items.some((item) => item.mediaUrl);
    return (
      <Root
        ref={ref}
        role="group"
        aria-roledescription={words.choices.carouselRole}
        aria-label={words.choices.carousel}
        {...rest}
      >
        <Track
          ref={track}
          onScroll={follow}
          onPointerDown={take}
          onWheel={take}
          // No name: the group around it has just said it.
          tabIndex={0}
        >
          {items.map((item, index) => (
            <li key={index}>
              <Card
                dir="auto"
                role="group"
                aria-roledescription={words.choices.slideRole}
                aria-label={words.choices.card(index + 1, items.length)}
              >
                {hasImages && (
                  <CardMedia>
                    <RemoteImage src={item.mediaUrl} alt="" />
                  </CardMedia>
                )}
                <CardText>
                  <div>{item.title}</div>
                  {item.description && <div>{item.description}</div>}
                </CardText>
                <Rows actions={item.actions} chosen={chosen} disabled={disabled} onAction={onAction} />
              </Card>
            </li>
          ))}
        </Track>
        {items.length > 1 && <Steps count={items.length} current={current} onGo={go} />}
      </Root>
    );
  },
);

/** Properties of `Carousel`; the rest goes to its root. */
export interface CarouselProps extends HTMLAttributes<HTMLElement> {
  readonly items: readonly CarouselItem[];
  /** Payload of the action chosen last. */
  readonly chosen?: string | undefined;
  /** The chat is over; links still open. Default false. */
  readonly disabled?: boolean | undefined;
  readonly onAction?: ((action: Exclude<Action, { type: 'link' }>) => void) | undefined;
}

type StepsProps = {
  readonly count: number;
  readonly current: number;
  readonly onGo: (by: number) => void;
};

function Steps({ count, current, onGo }: StepsProps): ReactElement {
  const { words } = useLanguage();
  return (
    <Controls>
      <IconButton
        icon="next"
        label={words.choices.previous}
        data-turned=""
        aria-disabled={current === 0}
        onClick={() => onGo(-1)}
      />
      <Dots aria-hidden="true">
        {count <= MOST_DOTS &&
          Array.from({ length: count }, (_, index) => <i key={index} data-current={index === current} />)}
      </Dots>
      <IconButton
        icon="next"
        label={words.choices.next}
        aria-disabled={current === count - 1}
        onClick={() => onGo(1)}
      />
    </Controls>
  );
}

const Root = styled.section`
  position: relative;
  display: flex;
  flex-direction: column;
  gap: ${token('space2')};
  min-inline-size: 0;
  /* Never room for two whole cards: where there is a next one, it is cut. */
  max-inline-size: 540px;

  [data-side='own'] & {
    margin-inline-start: auto;
  }
`;

const Track = styled.ul`
  display: flex;
  gap: ${token('space3')};
  margin: 0;
  padding-block: 2px;
  /* Room for a ring; the card itself stands where a bubble does. */
  margin-inline-start: -2px;
  padding-inline: 2px ${token('space5')};
  overflow-x: auto;
  scroll-behavior: smooth;
  scroll-snap-type: x mandatory;
  scroll-padding-inline: 2px ${token('space5')};
  overscroll-behavior-x: contain;
  scrollbar-width: none;
  list-style: none;

  & > li {
    display: flex;
    flex: none;
    inline-size: min(288px, 100% - 36px);
    scroll-snap-align: start;
  }
  & > li:only-child {
    inline-size: min(300px, 100%);
  }
  /* The room for the next card's edge is for many. */
  &:has(> :only-child) {
    padding-inline-end: 2px;
  }
  /* What we offer under our own words stands on our side. */
  [data-side='own'] & {
    justify-content: safe flex-end;
  }
`;

const Rows = styled(ActionButtons)`
  margin-block-start: auto;
`;

const Controls = styled.div`
  display: flex;
  align-items: center;
  justify-content: center;
  gap: ${token('space3')};

  /* By the direction of the page, as the row itself: not by that of the language. */
  [data-turned] svg,
  &:dir(rtl) svg {
    transform: scaleX(-1);
  }
  &:dir(rtl) [data-turned] svg {
    transform: none;
  }
  [aria-disabled='true'] {
    opacity: 0.35;
  }
  @media (pointer: coarse) {
    button {
      display: none;
    }
  }
`;

const Dots = styled.span`
  display: flex;
  gap: 6px;
  min-block-size: 6px;

  i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: ${token('outline')};
    transition: background-color ${token('calm')};
  }
  i[data-current='true'] {
    background: ${token('ink')};
  }
`;
