import { later } from './later.ts';

/** The forms of one countable phrase. `other` is always there; Arabic uses all six. */
export type PluralForms = { readonly other: string } & Readonly<
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>
>;

/**
 * A function that picks the form for a count by the language's own rules and puts the count, in the language's own digits,
 * where the form says `#`.
 */
export function createPlural(locale: string): (count: number, forms: PluralForms) => string {
  const rules = later(() => new Intl.PluralRules(locale));
  const digits = later(() => new Intl.NumberFormat(locale));
  return (count, forms) =>
    (forms[rules().select(count)] ?? forms.other).replace('#', () => digits().format(count));
}
