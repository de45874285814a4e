import { useId } from 'react';
import type { HTMLAttributes } from 'react';
import { styled } from 'styled-components';
import type { Clock } from '../../lib/index.ts';
import { rise, token } from '../../theme/index.ts';
import { Button } from '../base/Button.tsx';
import { useCountdown } from '../base/useCountdown.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/**
 * A calm card above the composer: the chat will close, so much time is left, stay if you like. It is silent, as is its
 * running time: the announcer says it, once and with the time. Never takes the focus.
 */
export const IdleWarning = withRef<HTMLDivElement, IdleWarningProps>(
  'IdleWarning',
  ({ endsAtMs, graceMs, onStay, clock, ...rest }, ref) => {
    const titleId = useId();
    const { words, formats } = useLanguage();
    const leftMs = useCountdown(endsAtMs, clock) ?? 0;
    const left = Math.min(1, leftMs / Math.max(1, graceMs));
    return (
      <Root ref={ref} role="group" aria-labelledby={titleId} data-over={leftMs === 0} {...rest}>
        <Ring aria-hidden="true" viewBox="0 0 40 40">
          <circle cx="20" cy="20" r="16" />
          <circle
            cx="20"
            cy="20"
            r="16"
            pathLength={1}
            strokeDasharray={1}
            strokeDashoffset={1 - left}
            transform="rotate(-90 20 20)"
          />
        </Ring>
        <Text>
          <strong id={titleId}>{words.idle.title}</strong>
          <span role="timer">
            {leftMs > 0 ? words.idle.remaining(formats.span(leftMs)) : words.idle.over}
          </span>
        </Text>
        {onStay && (
          <Button tone="primary" onClick={onStay}>
            {words.idle.stay}
          </Button>
        )}
      </Root>
    );
  },
);

/** Properties of `IdleWarning`; the rest goes to its `div`. */
export interface IdleWarningProps extends HTMLAttributes<HTMLDivElement> {
  /** Wall clock, milliseconds since 1970 UTC: when the chat closes. */
  readonly endsAtMs: number;
  /** The whole warning: the full ring, milliseconds. */
  readonly graceMs: number;
  /** Without it there is no button. */
  readonly onStay?: (() => void) | undefined;
  /** Default the system's. */
  readonly clock?: Clock | undefined;
}

const Root = styled.div`
  position: relative;
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  align-items: center;
  gap: ${token('space3')} ${token('space4')};
  padding: ${token('space4')};
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  box-shadow: ${token('shadowPopover')};
  animation: ${rise} ${token('calm')} ease-out;

  & > button {
    grid-column: 1 / -1;
  }
`;

const Text = styled.div`
  display: flex;
  flex-direction: column;

  strong {
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
  }
  span {
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    font-variant-numeric: tabular-nums;
    line-height: calc(18 / 13);
  }
`;

const Ring = styled.svg`
  inline-size: 40px;
  block-size: 40px;
  fill: none;
  stroke: ${token('hairline')};
  stroke-width: 3.5;

  circle + circle {
    stroke: ${token('accentText')};
    stroke-linecap: round;
  }
  @media (forced-colors: active) {
    stroke: GrayText;
    circle + circle {
      stroke: Highlight;
    }
  }
`;
