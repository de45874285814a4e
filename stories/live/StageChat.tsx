import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { Chat } from '../../src/panels/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { useStage } from './stage.ts';

/** The chat in the theme and the language of the toolbar, where its own properties do not say otherwise. */
export function StageChat(props: ChatProps): ReactElement {
  const { theme, colorScheme, contrast, locale, words, fontScale } = useStage();
  const tokens = useMemo(
    () => ({ fontScale: String(Number(theme.light.fontScale) * Number(fontScale)) }),
    [theme, fontScale],
  );
  const language = props.locale === undefined ? { locale, words } : {};
  const look = { theme, colorScheme, contrast, ...(fontScale !== '1' && { tokens }) };
  return <Chat {...look} {...language} {...given(props)} />;
}

/** An argument that Storybook knows of and nobody has set is there, and undefined. */
function given(props: ChatProps): ChatProps {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined));
}
