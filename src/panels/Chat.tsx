import { memo } from 'react';
import type { ReactElement } from 'react';
import { Announcer, ErrorBoundary, WordsProvider } from '../components/index.ts';
import type { WordsProviderProps } from '../components/index.ts';
import { ThemeRoot } from '../theme/index.ts';
import type { ThemeRootProps } from '../theme/index.ts';
import { AnnouncerPanel } from './AnnouncerPanel.tsx';
import { ChatFrame } from './ChatFrame.tsx';
import type { ChatFrameProps } from './ChatFrame.tsx';

/**
 * The whole chat, ready: header, conversation, composer and everything that can happen to them, in its own theme and
 * language. Needs a `ChatProvider` above it. Fills the element that it is put into, unless `placement` says otherwise.
 * Another theme, scheme, contrast or token is a matter of style alone: nothing below it renders again, as long as the other
 * properties (callbacks too) stay the same.
 */
export function Chat({ theme, colorScheme, contrast, tokens, ...rest }: ChatProps): ReactElement {
  const style = (rest.placement ?? 'embedded') === 'embedded' ? FILLING : undefined;
  return (
    <ThemeRoot theme={theme} colorScheme={colorScheme} contrast={contrast} tokens={tokens} style={style}>
      <ChatInside {...rest} />
    </ThemeRoot>
  );
}

const ChatInside = memo(function ChatInside(props: Omit<ChatProps, keyof ChatLook>): ReactElement {
  const { locale, words, overrides, timeZone, placement = 'embedded', onError, ...rest } = props;
  return (
    <WordsProvider locale={locale} words={words} overrides={overrides} timeZone={timeZone}>
      <ErrorBoundary onError={onError}>
        <Announcer>
          <AnnouncerPanel />
          <ChatFrame placement={placement} {...rest} />
        </Announcer>
      </ErrorBoundary>
    </WordsProvider>
  );
});

const FILLING = { blockSize: '100%' } as const;

/** Properties of `Chat`. */
export interface ChatProps extends ChatFrameProps, Omit<WordsProviderProps, 'children'>, ChatLook {
  /** Told of what was thrown while rendering. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

type ChatLook = Pick<ThemeRootProps, 'theme' | 'colorScheme' | 'contrast' | 'tokens'>;
