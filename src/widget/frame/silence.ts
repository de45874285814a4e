import type { LauncherWords } from '../../locales/index.ts';
import type { MountOptions } from '../chatModule.ts';
import { isEnglish } from '../isEnglish.ts';
import { ENGLISH, troubleCard } from '../launcher.ts';

/**
 * The launcher's card for a chat that cannot be shown, in the page's language: for a frame that does not answer. It stands
 * beside the place of the chat, so that on a phone the launcher stays to be seen.
 */
export function createSilence({ config, element, fetchWords }: SilenceOptions): Silence {
  let card: HTMLElement | undefined;
  let asked = 0;
  const wordsOf = async (): Promise<LauncherWords> => {
    if (isEnglish(config.locale)) return ENGLISH;
    return fetchWords().then(
      ({ launcherWords }) => launcherWords(config.locale) ?? ENGLISH,
      () => ENGLISH,
    );
  };
  return {
    async tell(retry) {
      const mine = ++asked;
      const [, , trouble, again] = await wordsOf();
      if (mine !== asked) return;
      card?.remove();
      card = troubleCard(trouble, again, retry);
      element.parentElement?.append(card);
    },
    hush() {
      asked++;
      card?.remove();
      card = undefined;
    },
  };
}

/** What it needs to know. */
export type SilenceOptions = Pick<MountOptions, 'config' | 'element' | 'fetchWords'>;

/** See `createSilence`. */
export interface Silence {
  readonly tell: (retry: () => void) => Promise<void>;
  readonly hush: () => void;
}
