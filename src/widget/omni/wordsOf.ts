import { mergeWords } from '../../locales/index.ts';
import type { WordOverrides, Words } from '../../locales/index.ts';
import type { DisplayStrings, TextConfig } from './displayStrings.ts';

/** Our words with those of the page in the places where both say the same thing. */
export function wordsOf(words: Words, strings: DisplayStrings | undefined, locale: string): Words {
  return strings ? mergeWords(words, overridesOf(strings, locale)) : words;
}

/** A sentence in a language: its own translation, that of its language, English. */
export function textIn(text: TextConfig | undefined, locale: string): string | undefined {
  const { value, translations = {} } = text ?? {};
  return translations[locale] ?? translations[locale.split('-')[0] ?? ''] ?? value;
}

function overridesOf(strings: DisplayStrings, locale: string): WordOverrides {
  const { actions, brandPane, errorBoundary, messagingWindow, textInput, toast } = strings;
  const say = (text: TextConfig | undefined): string | undefined => textIn(text, locale);
  const always = (text: TextConfig | undefined): (() => string) | undefined => {
    const said = say(text);
    return said === undefined ? undefined : () => said;
  };
  return {
    frame: present({ title: say(messagingWindow?.title) ?? say(brandPane?.brandName) }),
    header: present({ minimize: say(messagingWindow?.minimizeTooltip) }),
    empty: present({ title: say(brandPane?.banner) }),
    composer: present({
      attach: say(actions?.attachmentTooltip),
      send: say(actions?.sendMessageTooltip),
      placeholder: say(textInput?.inputPromptPlaceholder),
    }),
    choices: present({ shareLocation: say(actions?.locationTooltip) }),
    error: present({ title: say(errorBoundary?.title), text: say(errorBoundary?.subtitle) }),
    file: present({
      remove: always(actions?.discardAttachmentTooltip),
      empty: always(toast?.fileEmpty),
      tooLarge: always(toast?.fileSizeExceeded),
      wrongType: always(toast?.fileUnsupported),
      imageFailed: say(toast?.downloadFailed),
    }),
  };
}

/** Without what the page does not say. */
function present<T extends object>(words: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const said: { [Key in keyof T]?: NonNullable<T[Key]> } = {};
  for (const key of Object.keys(words)) {
    const value: unknown = Reflect.get(words, key);
    if (value !== undefined) Reflect.set(said, key, value);
  }
  return said;
}
