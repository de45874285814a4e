import type { DisplayStrings } from './displayStrings.ts';
import type { UiHooks } from './hooks.ts';
import { textIn } from './wordsOf.ts';

/** What participants are called by the page's `displayNames`; those of a type that it does not name keep their names. */
export function displayNameOf(strings: DisplayStrings | undefined, locale: string): UiHooks['nameOf'] {
  const names = strings?.displayNames ?? {};
  return (type, displayName) => {
    const rule = names[type] ?? names[type.toLowerCase()];
    return typeof rule === 'function' ? rule(displayName) : textIn(rule, locale);
  };
}
