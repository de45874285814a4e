import { createRoot } from 'react-dom/client';
import { en } from '../locales/index.ts';
import { createConstructedSheet, paper } from '../theme/index.ts';
import { createAtLarge } from './atLarge.ts';
import type { MountOptions } from './chatModule.ts';
import { WidgetChat } from './WidgetChat.tsx';
import type { WidgetChatProps } from './WidgetChat.tsx';

/** The rendered chat in its shadow root, with styles of its own: changed from outside, property by property. */
export function createView(options: MountOptions): View {
  const styles = createConstructedSheet(options.root);
  const tree = createRoot(options.element);
  const atLarge = createAtLarge(options);
  let shown: WidgetChatProps = {
    options,
    sheet: styles.sheet,
    open: false,
    quiet: false,
    words: en,
    theme: paper,
  };
  return {
    shown: () => shown,
    show(changed) {
      shown = { ...shown, ...changed };
      tree.render(<WidgetChat {...shown} />);
      atLarge(shown.open);
    },
    remove() {
      atLarge(false);
      tree.unmount();
      styles.release();
    },
  };
}

/** See `createView`. */
export interface View {
  readonly shown: () => WidgetChatProps;
  readonly show: (changed: Partial<WidgetChatProps>) => void;
  /** Takes tree and styles out of the shadow root. */
  readonly remove: () => void;
}
