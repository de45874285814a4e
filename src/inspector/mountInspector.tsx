import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { styled, StyleSheetManager } from 'styled-components';
import { Button } from '../components/index.ts';
import { inspectorWords } from '../locales/index.ts';
import { createConstructedSheet, ThemeRoot, token } from '../theme/index.ts';
import { Inspector } from './Inspector.tsx';
import type { InspectorProps } from './Inspector.tsx';
import type { Trace } from './createTrace.ts';

/**
 * Puts the panel on any page, in a shadow root of its own at the end of `parent`: a button at the corner, and the panel when
 * it is pressed, or Alt+Shift+I. Escape closes it and gives the focus back to the button.
 */
export function mountInspector(trace: Trace, options: MountInspectorOptions = {}): MountedInspector {
  const { parent = document.body, open = false, ...rest } = options;
  const host = document.createElement('div');
  const place = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  parent.append(host);
  const styles = createConstructedSheet(host.shadowRoot ?? document);
  const tree = createRoot(place);
  tree.render(
    <StyleSheetManager sheet={styles.sheet}>
      <Corner trace={trace} startsOpen={open} look={rest} />
    </StyleSheetManager>,
  );
  return {
    host,
    remove() {
      tree.unmount();
      styles.release();
      host.remove();
    },
  };
}

/** How `mountInspector` puts it there. */
export interface MountInspectorOptions extends Pick<
  InspectorProps,
  'theme' | 'colorScheme' | 'contrast' | 'idleTimeoutMs'
> {
  /** Default the body. */
  readonly parent?: Element;
  /** Whether the panel stands open from the start; default false. */
  readonly open?: boolean;
}

/** What `mountInspector` answers. */
export interface MountedInspector {
  readonly host: HTMLElement;
  remove(): void;
}

function Corner({ trace, startsOpen, look }: CornerProps): ReactElement {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.altKey && event.shiftKey && event.code === 'KeyI') setIsOpen((was) => !was);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  const close = (): void => {
    setIsOpen(false);
    button.current?.focus();
  };
  const { open, close: shut } = inspectorWords;
  return (
    <ThemeRoot {...look}>
      <Place
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isOpen) close();
        }}
      >
        <Button ref={button} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? shut : open}
        </Button>
        {isOpen && <Inspector trace={trace} {...look} />}
      </Place>
    </ThemeRoot>
  );
}

interface CornerProps {
  readonly trace: Trace;
  readonly startsOpen: boolean;
  readonly look: Pick<InspectorProps, 'theme' | 'colorScheme' | 'contrast' | 'idleTimeoutMs'>;
}

const Place = styled.div`
  position: fixed;
  z-index: 2147483000;
  inset-block-end: ${token('space4')};
  inset-inline-start: ${token('space4')};
  display: flex;
  flex-direction: column-reverse;
  align-items: start;
  gap: ${token('space3')};
  max-inline-size: min(520px, calc(100vw - 24px));
  max-block-size: calc(100vh - 24px);

  & > div {
    inline-size: 100%;
    overflow: auto;
  }
`;
