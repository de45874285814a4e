/** Pseudonyms that stay the same: equal texts have equal ones, whichever field they stand in. */
export interface Aliases {
  /** @param field the field that it stands in, of which the pseudonym is named: `messageId` gives `message-1`. */
  of(text: string, field: string): string;
}

/** Makes the pseudonyms of one session, counted from 1. */
export function createAliases(): Aliases {
  const known = new Map<string, string>();
  const whole = (text: string, field: string): string => {
    const alias = known.get(text) ?? `${field.replace(/Id$/, '')}-${known.size + 1}`;
    known.set(text, alias);
    return alias;
  };
  return {
    of(text, field) {
      // The key of a line in the list is made of its log's id and its place there (model/fromWire.ts), a gap's of its place alone.
      const [, log, place] = (field === 'key' && /^(.+)(:\d+)$/s.exec(text)) || [];
      if (log === undefined || place === undefined) return whole(text, field);
      return log === 'gap' ? text : whole(log, 'log') + place;
    },
  };
}
