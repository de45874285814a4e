import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { StyleSheetManager } from 'styled-components';
import { Button, EmptyState, Frame, Header, WordsProvider } from '../components/index.ts';
import { ClientProvider } from '../hooks/index.ts';
import type { Words } from '../locales/index.ts';
import { Chat } from '../panels/index.ts';
import { ThemeRoot } from '../theme/index.ts';
import type { ComponentSheet, Theme } from '../theme/index.ts';
import type { MountOptions } from './chatModule.ts';
import { lateConfig } from './lateConfig.ts';
import type { ChatLine } from './openLine.ts';

/** The chat in the widget's shadow root: the ready `Chat`, or before there is a client, why not. */
export function WidgetChat(props: WidgetChatProps): ReactElement {
  const { options, open, quiet, sheet, words, theme, line, onRetry } = props;
  const { config, element } = options;
  const isFloating = config.shell === 'floating';
  const onMinimize = isFloating ? options.onMinimize : undefined;
  const placement = isFloating ? 'floating' : 'embedded';
  const isReady = line !== undefined;
  useEffect(() => {
    if (open && !quiet) moveFocusInto(element);
  }, [open, quiet, isReady, element]);

  return (
    <StyleSheetManager sheet={sheet}>
      {line ? (
        <ClientProvider key={line.generation} client={line.client} baseUrl={line.baseUrl}>
          <Chat
            placement={placement}
            attentive={open}
            locale={config.locale}
            words={words}
            theme={theme}
            colorScheme={config.colorScheme}
            contrast={lateConfig(config).contrast}
            onMinimize={onMinimize}
            onError={(fault) => options.onEvent('error', fault)}
          />
        </ClientProvider>
      ) : (
        <ThemeRoot theme={theme} colorScheme={config.colorScheme}>
          <WordsProvider locale={config.locale} words={words}>
            <Frame placement={placement} header={<Header onMinimize={onMinimize} />}>
              {onRetry && (
                <EmptyState
                  role="alert"
                  heading={words.connection.failed}
                  text={words.connection.reasons.SERVER_UNREACHABLE}
                >
                  <Button tone="primary" onClick={onRetry}>
                    {words.status.retry}
                  </Button>
                </EmptyState>
              )}
            </Frame>
          </WordsProvider>
        </ThemeRoot>
      )}
    </StyleSheetManager>
  );
}

/** Properties of `WidgetChat`. */
export interface WidgetChatProps {
  readonly options: MountOptions;
  readonly open: boolean;
  /** Opened by nobody who is looking: the focus stays where it is. */
  readonly quiet: boolean;
  readonly sheet: ComponentSheet;
  readonly words: Words;
  readonly theme: Theme;
  /** Undefined until there is a client. */
  readonly line?: ChatLine | undefined;
  /** Present where a part of the chat could not be fetched. */
  readonly onRetry?: (() => void) | undefined;
}

/** To the field, except by touch: there the keyboard would cover half of what one came to read. */
function moveFocusInto(element: HTMLElement): void {
  const field = element.querySelector('textarea');
  const region = element.querySelector('section');
  if (field && !matchMedia('(pointer: coarse)').matches) field.focus();
  else if (region) {
    region.tabIndex = -1;
    region.focus({ preventScroll: true });
  }
}
