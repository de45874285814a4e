import { createRoot } from 'react-dom/client';
import { systemClock, type Timer } from '../lib/index.ts';
import { en } from '../locales/index.ts';
import { createConstructedSheet, paper } from '../theme/index.ts';
import { createAtLarge } from './atLarge.ts';
import type { MountOptions } from './chatModule.ts';
import { WidgetChat } from './WidgetChat.tsx';
import type { WidgetChatProps } from './WidgetChat.tsx';

/** A chat that is not there after so long is shown as its empty frame: one that comes at once is drawn once. */
const EMPTY_AFTER_MS = 100;

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
  let late: Timer | undefined = systemClock.after(EMPTY_AFTER_MS, () => draw());
  const draw = (): void => {
    systemClock.clear(late);
    late = undefined;
    tree.render(<WidgetChat {...shown} />);
  };
  return {
    shown: () => shown,
    show(changed) {
      shown = { ...shown, ...changed };
      if (!late || shown.line || shown.onRetry) draw();
      atLarge(shown.open);
    },
    remove() {
      systemClock.clear(late);
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
