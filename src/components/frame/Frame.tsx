import type { HTMLAttributes, ReactNode } from 'react';
import { styled } from 'styled-components';
import { rise, token } from '../../theme/index.ts';
import { useLanguage } from '../base/WordsProvider.tsx';
import { withRef } from '../base/withRef.ts';

/**
 * The sheet of paper: header, conversation, composer. The banner lies over the conversation and never pushes it.
 * `floating` is 400 px wide in a corner and the whole screen on a phone, or where there is no height for more (a keyboard's room
 * is told by `--cq-view-…`); `embedded` fills what it is put into.
 */
export const Frame = withRef<HTMLElement, FrameProps>(
  'Frame',
  ({ placement = 'floating', header, banner, footer, children, ...rest }, ref) => {
    const { words, locale, direction } = useLanguage();
    return (
      <Root
        ref={ref}
        aria-label={words.frame.chat}
        lang={locale}
        dir={direction}
        data-placement={placement}
        {...rest}
      >
        {header}
        <Middle>
          {banner && <Over>{banner}</Over>}
          {children}
        </Middle>
        {footer}
      </Root>
    );
  },
);

/** Properties of `Frame`; the rest goes to its `section`. */
export interface FrameProps extends HTMLAttributes<HTMLElement> {
  /** Default `floating`. */
  readonly placement?: 'floating' | 'embedded' | undefined;
  readonly header?: ReactNode;
  /** Lies over the top of the conversation. */
  readonly banner?: ReactNode;
  /** Idle warning, composer or the end. */
  readonly footer?: ReactNode;
  /** The conversation. */
  readonly children?: ReactNode;
}

const Root = styled.section`
  position: relative;
  display: flex;
  flex-direction: column;
  inline-size: 100%;
  block-size: 100%;
  min-block-size: 0;
  /* Where large text leaves no room for all, the whole sheet scrolls. */
  overflow: hidden auto;
  background: ${token('canvas')};
  color: ${token('ink')};

  &[data-placement='floating'] {
    inline-size: min(400px, 100vw - 40px);
    max-inline-size: 100%;
    block-size: min(704px, 100dvh - 96px);
    border-radius: ${token('radiusFrame')};
    box-shadow: ${token('shadowFrame')};
    animation: ${rise} ${token('calm')} ease-out;
  }
  @media (max-width: 479.98px), (max-height: 419.98px) {
    &[data-placement='floating'] {
      position: fixed;
      inset: var(--cq-view-start, 0) 0 auto;
      inline-size: 100%;
      block-size: var(--cq-view-block, 100dvh);
      border-radius: 0;
      box-shadow: none;
      padding: env(safe-area-inset-top) env(safe-area-inset-right)
        var(--cq-view-safe, env(safe-area-inset-bottom)) env(safe-area-inset-left);
    }
  }
  @media (forced-colors: active) {
    &[data-placement='floating'] {
      border: 1px solid CanvasText;
    }
  }
`;

const Middle = styled.div`
  position: relative;
  display: flex;
  flex: 1;
  flex-direction: column;
  /* What a keyboard leaves of a phone on its side is no more than header, composer and a line or two. */
  min-block-size: min(120px, 22%);
`;

const Over = styled.div`
  position: absolute;
  inset-block-start: 0;
  inset-inline: 0;
  z-index: 2;
  max-block-size: 100%;
  /* Room for the shadow, which scrolling would cut. */
  padding-block-end: 20px;
  overflow: hidden auto;
  pointer-events: none;

  & > * {
    pointer-events: auto;
  }
`;
