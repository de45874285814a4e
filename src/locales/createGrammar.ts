import { createPlural } from './createPlural.ts';
import { later } from './later.ts';

/**
 * What a pack needs to speak one language, all of it from Intl: plurals, digits and lists.
 * `Category` names the plural categories that the language has beside `other`; every countable phrase must fill them all.
 */
export function createGrammar<Category extends PluralCategory>(locale: string): Grammar<Category> {
  const digits = later(() => new Intl.NumberFormat(locale));
  return {
    plural: createPlural(locale),
    number: (value) => digits().format(value),
    list: (names) => new Intl.ListFormat(locale).format(names),
  };
}

/** See `createGrammar`. */
export interface Grammar<Category extends PluralCategory> {
  readonly plural: (count: number, forms: Readonly<Record<Category | 'other', string>>) => string;
  readonly number: (value: number) => string;
  readonly list: (names: readonly string[]) => string;
}

/** The categories of CLDR beside `other`, which every language has. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many';
