import { createRoot } from 'react-dom/client';
import { en } from '../locales/index.ts';
import { createConstructedSheet, paper } from '../theme/index.ts';
import type { MountedChat, MountOptions } from './chatModule.ts';
import { loadTheme } from './loadTheme.ts';
import { loadWords } from './loadWords.ts';
import { openLine } from './openLine.ts';
import { createSpeech } from './speech.ts';
import { watchClient } from './watchClient.ts';
import type { ClientWatch } from './watchClient.ts';
import { WidgetChat } from './WidgetChat.tsx';
import type { WidgetChatProps } from './WidgetChat.tsx';

/**
 * Puts the chat into the launcher's shadow root: fetches words and token, makes a client, renders. The lazy half of the
 * widget; the loader is its only caller.
 */
export function mountChat(options: MountOptions): MountedChat {
  const { config, element, onEvent } = options;
  const styles = createConstructedSheet(options.root);
  const tree = createRoot(element);
  const speech = createSpeech((fault) => onEvent('error', fault));
  let { parameters } = options;
  let shown: WidgetChatProps = { options, sheet: styles.sheet, open: false, words: en, theme: paper };
  let watch: ClientWatch | undefined;
  let generation = 0;

  const show = (changed: Partial<WidgetChatProps>): void => {
    shown = { ...shown, ...changed };
    tree.render(<WidgetChat {...shown} />);
  };
  const begin = async (): Promise<void> => {
    const mine = ++generation;
    show({ line: undefined, onRetry: undefined });
    const [words, theme] = await Promise.all([loadWords(config.locale), loadTheme(config.theme)]);
    try {
      const line = await openLine(config, parameters, mine);
      if (mine !== generation) return;
      watch = watchClient(line.client, words, options);
      watch.setOpen(shown.open);
      show({ words, theme, line });
      speech.use(line.client);
    } catch (fault) {
      if (mine !== generation) return;
      onEvent('error', fault);
      show({ words, theme, onRetry: () => void begin() });
    }
  };
  const letGo = (): void => {
    generation++;
    watch?.stop();
    speech.use(undefined);
    shown.line?.client.dispose();
  };
  const destroy = (): void => {
    letGo();
    tree.unmount();
    styles.release();
  };
  void begin();

  return {
    setOpen(open) {
      watch?.setOpen(open);
      show({ open });
    },
    send: speech.say,
    setContext(changed) {
      parameters = { ...parameters, ...changed };
      const client = shown.line?.client;
      if (client?.getState().session.status !== 'open') return;
      // Refused while the line is down; the next session takes them along.
      client.updateSessionParameters(changed).catch(() => undefined);
    },
    identify() {
      letGo();
      void begin();
    },
    async logout() {
      await shown.line?.client.shutdown('USER_CLOSED').catch(() => undefined);
      destroy();
    },
    destroy,
  };
}
