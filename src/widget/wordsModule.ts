import type { LauncherWords, Words } from '../locales/index.ts';

/** What the widget knows of `locales/packs.ts`: it shares types with it and no code. */
export interface WordsModule {
  /** Undefined where the tag speaks English, or nothing that we do. */
  launcherWords(locale: string): LauncherWords | undefined;
  /** The whole pack; undefined as above. */
  loadPack(locale: string): Promise<Words | undefined>;
}
