import type { Words } from '../locales/index.ts';
import type { Theme } from '../theme/index.ts';
import type { MountedChat, MountOptions } from './chatModule.ts';
import { createView } from './createView.tsx';
import { loadTheme } from './loadTheme.ts';
import { loadWords } from './loadWords.ts';
import { openLine } from './openLine.ts';
import { createSpeech } from './speech.ts';
import { watchClient } from './watchClient.ts';
import type { ClientWatch } from './watchClient.ts';

/**
 * Puts the chat into the launcher's shadow root: fetches words and token, makes a client, renders. The lazy half of the
 * widget; the loader is its only caller.
 */
export function mountChat(options: MountOptions): MountedChat {
  const { config, onEvent } = options;
  const view = createView(options);
  const speech = createSpeech((fault) => onEvent('error', fault));
  let { parameters } = options;
  let watch: ClientWatch | undefined;
  let generation = 0;

  const begin = async (): Promise<void> => {
    const mine = ++generation;
    view.show({ line: undefined, onRetry: undefined });
    const looking = loadLook(options);
    try {
      const [line, look] = await Promise.all([openLine(config, parameters, mine), looking]);
      if (mine !== generation) return;
      watch = watchClient(line.client, look.words, options);
      watch.setOpen(view.shown().open);
      view.show({ ...look, line });
      speech.use(line.client);
    } catch (fault) {
      if (mine === generation) onEvent('error', fault);
      const look = await looking;
      if (mine === generation) view.show({ ...look, onRetry: () => void begin() });
    }
  };
  const letGo = (): void => {
    generation++;
    watch?.stop();
    speech.use(undefined);
    view.shown().line?.client.dispose();
  };
  const destroy = (): void => {
    letGo();
    view.remove();
  };
  void begin();

  return {
    setOpen(open, quiet = false) {
      watch?.setOpen(open);
      view.show({ open, quiet });
    },
    send: speech.say,
    setContext(changed) {
      parameters = { ...parameters, ...changed };
      const client = view.shown().line?.client;
      // Refused while the line is down; the next session takes them along.
      if (client?.getState().session.status === 'open')
        client.updateSessionParameters(changed).catch(() => undefined);
    },
    identify() {
      letGo();
      void begin();
    },
    async logout() {
      const { line, words } = view.shown();
      options.onUnread(0, words.launcher.open);
      await line?.client.shutdown('USER_CLOSED').catch(() => undefined);
      destroy();
    },
    destroy,
  };
}

async function loadLook({ config, fetchWords }: MountOptions): Promise<{ words: Words; theme: Theme }> {
  const [words, theme] = await Promise.all([loadWords(config.locale, fetchWords), loadTheme(config)]);
  return { words, theme };
}
