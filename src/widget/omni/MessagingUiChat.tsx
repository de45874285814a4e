import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { StyleSheetManager } from 'styled-components';
import type { ChatClient } from '../../client/index.ts';
import { ClientProvider } from '../../hooks/index.ts';
import type { Words } from '../../locales/index.ts';
import { Chat } from '../../panels/index.ts';
import type { Locate } from '../../panels/index.ts';
import type { ColorScheme, ComponentSheet, Theme } from '../../theme/index.ts';

/** The chat of one element in its shadow root. */
export function MessagingUiChat(props: MessagingUiChatProps): ReactElement {
  const { client, baseUrl, open, sheet, element, locale, words, theme, colorScheme } = props;
  useEffect(() => {
    // By touch the keyboard would cover half of what one came to read.
    if (open && !matchMedia('(pointer: coarse)').matches) element.querySelector('textarea')?.focus();
  }, [open, element, client]);
  return (
    <StyleSheetManager sheet={sheet}>
      <ClientProvider client={client} baseUrl={baseUrl}>
        <Chat
          placement="floating"
          attentive={open}
          locale={locale}
          words={words}
          theme={theme}
          colorScheme={colorScheme}
          locate={props.locate}
          onMinimize={props.onMinimize}
          onError={props.onError}
        />
      </ClientProvider>
    </StyleSheetManager>
  );
}

/** Properties of `MessagingUiChat`. */
export interface MessagingUiChatProps {
  readonly client: ChatClient;
  readonly baseUrl: string;
  readonly open: boolean;
  readonly sheet: ComponentSheet;
  /** Where it is rendered: the focus goes to the field in it when it opens. */
  readonly element: HTMLElement;
  readonly locale: string;
  readonly words: Words;
  readonly theme: Theme;
  readonly colorScheme: ColorScheme;
  readonly locate: Locate | undefined;
  readonly onMinimize: () => void;
  readonly onError: (fault: unknown) => void;
}
