import { useEffect } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { ThemeRoot, token } from '../src/theme/index.ts';

/** What surrounds a story: the theme, a direction and a width, as a host page would give them. */
export function Stage({ scheme, direction, width, children }: StageProps): ReactElement {
  useEffect(() => {
    document.documentElement.dir = direction;
    document.documentElement.style.colorScheme = scheme;
  }, [direction, scheme]);
  return (
    <ThemeRoot
      colorScheme={scheme}
      style={{
        background: token('canvas'),
        color: token('ink'),
        fontFamily: token('font'),
        minBlockSize: '100vh',
      }}
    >
      <div
        dir={direction}
        style={{ inlineSize: width, maxInlineSize: '100%', marginInline: 'auto', padding: 24 }}
      >
        {children}
      </div>
    </ThemeRoot>
  );
}

interface StageProps {
  readonly scheme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** A CSS length. */
  readonly width: string;
  readonly children: ReactNode;
}
