/**
 * A text of the same length (UTF-16 units) in which no letter, digit or picture is what it was: `Anna, 42!` is `Xxxx, 00!`. What it
 * looks like stays: spaces, punctuation, capitals, the direction and width of the script, and that something is an address.
 */
export function neutralText(text: string): string {
  return text.replace(PARTS, (part) => (part.length > 2 ? neutralUrl(part) : neutralCharacter(part)));
}

/** An address over https that keeps its shape and leads nowhere: its host has one part, which is nobody's. */
export function neutralUrl(url: string): string {
  const [whole = '', scheme = '', host = '', rest = ''] = ADDRESS.exec(url) ?? [];
  if (whole === '') return url.replace(CHARACTERS, neutralCharacter);
  const lead = host.replace(/[^[\]:]/gu, (each) => 'x'.repeat(each.length));
  // What is not https would be no address that may be loaded: the scheme borrows a letter of the host.
  const start =
    scheme.length === 7 && lead.length > 1 ? `https://${lead.slice(1)}` : scheme.toLowerCase() + lead;
  return start + rest.replace(CHARACTERS, neutralCharacter);
}

const ADDRESS = /^(https?:\/\/)([^/?#\s]*)(.*)$/isu;
const CHARACTERS =
  /[\p{L}\p{N}\p{M}\p{Alphabetic}\p{Co}\p{Cn}\p{Cs}\p{Script=Braille}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}\p{Cf}]/gu;
const PARTS = new RegExp(`https?://[^\\s<>"')\\]]+|${CHARACTERS.source}`, 'giu');

function neutralCharacter(character: string): string {
  const found = NEUTRAL.find(([pattern]) => pattern.test(character));
  const [, one, two = one.repeat(2)] = found ?? [/x/u, 'x'];
  return character.length === 1 ? one : two;
}

/** The first that fits; of a character of two units the second, or the first twice. */
const NEUTRAL: readonly (readonly [RegExp, string, string?])[] = [
  // Joiners and marks of direction say how a text is read, not what it says.
  [/[\u200c-\u200f\u2028-\u202e\u2066-\u2069]/u, '\u200d'],
  [/\p{Regional_Indicator}/u, 'X', '\u{1f1fd}'],
  [/\p{Emoji_Modifier}/u, '\u263a', '\u{1f3fd}'],
  [/\p{Nd}|\p{N}/u, '0'],
  [/\p{Extended_Pictographic}/u, '\u263a', '\u{1f642}'],
  [/[\p{Script=Hebrew}]/u, '\u05d0'],
  [/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u, '\u0645'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, '\u3007'],
  [/\p{Lu}/u, 'X'],
  [/./su, 'x'],
];
