'use client';

export * from './hooks/index.ts';
export { Chat } from './panels/index.ts';
export type { ChatProps } from './panels/index.ts';
export { createChatClient, createTokenEndpoint } from './client/index.ts';
export type { ChatClient, ChatClientOptions, Draft, JwtProvider, ProvidedToken } from './client/index.ts';
export { LOCALES, bestLocale, loadWords } from './locales/index.ts';
export type { Locale, WordOverrides, Words } from './locales/index.ts';
export { createTheme, night, paper, ThemeRoot, themeFromBrand } from './theme/index.ts';
export type { ColorScheme, Contrast, Theme } from './theme/index.ts';
export { WordsProvider } from './components/index.ts';
export type { WordsProviderProps } from './components/index.ts';
