import { createRoot } from 'react-dom/client';
import { createChatClient } from '../client/index.ts';
import type { TransportName } from '../client/index.ts';
import { sendDraft } from '../hooks/index.ts';
import { en } from '../locales/index.ts';
import type { Words } from '../locales/index.ts';
import { createConstructedSheet, paper } from '../theme/index.ts';
import type { Theme } from '../theme/index.ts';
import type { MountedChat, MountOptions } from './chatModule.ts';
import { loadTheme } from './loadTheme.ts';
import { loadWords } from './loadWords.ts';
import { createTokenEndpoint } from './tokenEndpoint.ts';
import { watchClient } from './watchClient.ts';
import type { ClientWatch } from './watchClient.ts';
import { WidgetChat } from './WidgetChat.tsx';
import type { ChatLine } from './WidgetChat.tsx';

/**
 * Puts the chat into the launcher's shadow root: fetches words and token, makes a client, renders. The lazy half of the
 * widget; the loader is its only caller.
 */
export function mountChat(options: MountOptions): MountedChat {
  const { config } = options;
  const styles = createConstructedSheet(options.root);
  const tree = createRoot(options.element);
  let parameters = options.parameters;
  let words: Words = en;
  let theme: Theme = paper;
  let line: ChatLine | undefined;
  let watch: ClientWatch | undefined;
  let isOpen = false;
  let generation = 0;
  const unsent: string[] = [];

  const render = (onRetry?: () => void): void =>
    tree.render(
      <WidgetChat
        options={options}
        open={isOpen}
        sheet={styles.sheet}
        words={words}
        theme={theme}
        line={line}
        onRetry={onRetry}
      />,
    );
  const begin = async (): Promise<void> => {
    const mine = ++generation;
    const tokens = createTokenEndpoint(config.tokenUrl, config.integrationId);
    try {
      [words, theme] = await Promise.all([loadWords(config.locale), loadTheme(config.theme)]);
      const baseUrl = config.hostUrl ?? (await tokens.hostUrl());
      if (mine !== generation) return;
      const client = createChatClient({
        baseUrl,
        integrationId: config.integrationId,
        jwtProvider: tokens.provide,
        sessionParameters: parameters,
        ...transportsOf(config.transports),
      });
      line = { client, baseUrl, generation: mine };
      watch = watchClient(client, words, options);
      watch.setOpen(isOpen);
      render();
      for (const text of unsent.splice(0)) say(client, text);
    } catch (fault) {
      if (mine !== generation) return;
      options.onEvent('error', fault);
      render(() => {
        render();
        void begin();
      });
    }
  };
  const letGo = (): void => {
    generation++;
    watch?.stop();
    line?.client.dispose();
    line = undefined;
  };
  void begin();

  return {
    setOpen(open) {
      isOpen = open;
      watch?.setOpen(open);
      render();
    },
    send: (text) => (line ? say(line.client, text) : void unsent.push(text)),
    setContext(changed) {
      parameters = { ...parameters, ...changed };
      if (line?.client.getState().session.status !== 'open') return;
      // Refused while the line is down; the next session takes them along.
      line.client.updateSessionParameters(changed).catch(() => undefined);
    },
    identify() {
      letGo();
      render();
      void begin();
    },
    async logout() {
      await line?.client.shutdown('USER_CLOSED').catch(() => undefined);
      letGo();
      tree.unmount();
      styles.release();
    },
    destroy() {
      letGo();
      tree.unmount();
      styles.release();
    },
  };

  function say(client: ChatLine['client'], text: string): void {
    sendDraft(client, { body: { type: 'text', text } }).catch((fault: unknown) =>
      options.onEvent('error', fault),
    );
  }
}

function transportsOf(names: string | undefined): { readonly transports?: readonly TransportName[] } {
  const known = (names ?? '').split(',').filter(isTransport);
  return known.length > 0 ? { transports: known } : {};
}

function isTransport(name: string): name is TransportName {
  return name === 'websocket' || name === 'sse' || name === 'long-poll';
}
