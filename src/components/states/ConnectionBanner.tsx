import type { HTMLAttributes, ReactElement } from 'react';
import { styled } from 'styled-components';
import type { Clock } from '../../lib/index.ts';
import type { ConnectionStatus } from '../../model/index.ts';
import { rise, token, travel } from '../../theme/index.ts';
import { Button } from '../base/Button.tsx';
import { useCountdown } from '../base/useCountdown.ts';
import { VisuallyHidden } from '../base/VisuallyHidden.tsx';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/**
 * The line to the server, under the header and over the list: a moving line while it connects, a sentence when it failed
 * (why, what still works, when it tries again), nothing while all is well. It is silent: the announcer says what has changed,
 * once, and not each attempt.
 */
export const ConnectionBanner = withRef<HTMLDivElement, ConnectionBannerProps>(
  'ConnectionBanner',
  ({ connection, onTryNow, clock, ...rest }, ref) => {
    const { words } = useLanguage();
    const { status } = connection;
    return (
      <Root ref={ref} data-status={status} {...rest}>
        {status === 'connecting' && (
          <Line>
            <VisuallyHidden>{words.connection.connecting}</VisuallyHidden>
          </Line>
        )}
        {status === 'connected' && <VisuallyHidden>{words.connection.connected}</VisuallyHidden>}
        {(status === 'failed' || status === 'closed') && (
          <Trouble connection={connection} onTryNow={onTryNow} clock={clock} />
        )}
      </Root>
    );
  },
);

/** Properties of `ConnectionBanner`; the rest goes to its `div`. */
export interface ConnectionBannerProps extends HTMLAttributes<HTMLDivElement> {
  readonly connection: ConnectionStatus;
  /** Without it there is no button. */
  readonly onTryNow?: (() => void) | undefined;
  /** Default the system's. */
  readonly clock?: Clock | undefined;
}

type TroubleProps = Pick<ConnectionBannerProps, 'onTryNow' | 'clock'> & {
  connection: Extract<ConnectionStatus, { status: 'failed' | 'closed' }>;
};

function Trouble({ connection, onTryNow, clock }: TroubleProps): ReactElement {
  const { words, formats } = useLanguage();
  const failed = connection.status === 'failed' ? connection : undefined;
  const leftMs = useCountdown(failed?.retryAtMs, clock);
  const isTrying = leftMs !== undefined;
  return (
    <Sheet>
      <div>
        <strong>{failed ? words.connection.reasons[failed.reason] : words.connection.closed}</strong>
        {isTrying && <span>{words.connection.stillWorks}</span>}
        {isTrying && leftMs > 0 && (
          <span role="timer">{words.connection.nextTry(formats.countdown(leftMs))}</span>
        )}
      </div>
      {onTryNow && <Button onClick={onTryNow}>{words.connection.tryNow}</Button>}
    </Sheet>
  );
}

const Root = styled.div`
  position: relative;
  inline-size: 100%;
`;

/* Eight journeys, about ten seconds: then it rests as a still line, and the banner's next state takes over. */
const Line = styled.div`
  position: relative;
  block-size: 2px;
  overflow: hidden;
  background: ${token('accentSoft')};

  &::after {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 35%;
    background: ${token('accentText')};
    animation: ${travel} 1.2s ease-in-out 8;
  }
  @media (forced-colors: active) {
    background: GrayText;
    &::after {
      background: Highlight;
    }
  }
`;

const Sheet = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: ${token('space3')} ${token('space4')};
  margin: ${token('space3')};
  padding: ${token('space4')};
  border: 1px solid ${token('hairline')};
  border-radius: ${token('radiusCard')};
  background: ${token('canvas')};
  box-shadow: ${token('shadowPopover')};
  animation: ${rise} ${token('calm')} ease-out;

  & > div {
    flex: 1 1 13em;
    min-inline-size: 0;
  }
  & > div > * {
    display: block;
    color: ${token('inkSoft')};
    font-size: ${token('textMeta')};
    font-variant-numeric: tabular-nums;
    line-height: calc(18 / 13);
    text-wrap: pretty;
  }
  & > div > strong {
    color: ${token('ink')};
    font-size: ${token('textBody')};
    font-weight: ${token('weightStrong')};
    line-height: calc(20 / 15);
  }
  & > button {
    flex: none;
  }
`;
