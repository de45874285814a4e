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
 */
export function Chat(props: ChatProps): ReactElement {
  const {
    locale,
    words,
    overrides,
    timeZone,
    theme,
    colorScheme,
    tokens,
    placement = 'embedded',
    onError,
    ...rest
  } = props;
  const style = placement === 'embedded' ? FILLING : undefined;
  return (
    <ThemeRoot theme={theme} colorScheme={colorScheme} tokens={tokens} style={style}>
      <WordsProvider locale={locale} words={words} overrides={overrides} timeZone={timeZone}>
        <ErrorBoundary onError={onError}>
          <Announcer>
            <AnnouncerPanel />
            <ChatFrame placement={placement} {...rest} />
          </Announcer>
        </ErrorBoundary>
      </WordsProvider>
    </ThemeRoot>
  );
}

const FILLING = { blockSize: '100%' } as const;

/** Properties of `Chat`. */
export interface ChatProps
  extends
    ChatFrameProps,
    Omit<WordsProviderProps, 'children'>,
    Pick<ThemeRootProps, 'theme' | 'colorScheme' | 'tokens'> {
  /** Told of what was thrown while rendering. */
  readonly onError?: ((error: unknown) => void) | undefined;
}
