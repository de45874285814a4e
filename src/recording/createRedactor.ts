import { decode } from '../lib/index.ts';
import type { ChatEvent } from '../model/index.ts';
import { createAliases } from './createAliases.ts';
import type { Aliases } from './createAliases.ts';
import { decodeChatEvent } from './decodeChatEvent.ts';
import { neutralText, neutralUrl } from './neutralText.ts';

/** What may be kept of an event; undefined: nothing. One redactor per session, so that equal ids become equal pseudonyms. */
export type Redactor = (event: ChatEvent) => ChatEvent | undefined;

/**
 * The redaction that recordings have by default. Kept: types, states, codes, times, sizes, places in the log. Everything else is
 * made neutral: letters and digits of texts, names, files and addresses (same length); ids and payloads become pseudonyms that stay
 * the same within the session; places on earth become 0, 0. What is not known is text.
 */
export function createRedactor(): Redactor {
  const aliases = createAliases();
  return (event) => {
    // Decoded, so that a field that nobody knows is not kept either.
    const decoded = decodeChatEvent(redacted(event, '', aliases));
    return decoded.ok ? decoded.value : undefined;
  };
}

function redacted(value: unknown, name: string, aliases: Aliases): unknown {
  if (typeof value === 'string') return redactedText(value, name, aliases);
  if (typeof value === 'number') return NUMBERS.test(name) ? value : 0;
  if (Array.isArray(value)) return value.map((each) => redacted(each, singular(name), aliases));
  if (!decode.isRecord(value)) return typeof value === 'boolean' || value === null ? value : undefined;
  const rest = Object.entries(value).filter(([key]) => key !== 'previewUrl');
  const inside = name === 'sessionParameters' ? 'parameter' : undefined;
  return Object.fromEntries(
    rest.map(([key, each]) => [
      keyOf(key, name, aliases),
      redacted(each, inside ?? (name === 'engagements' ? '' : key), aliases),
    ]),
  );
}

/** Names of fields are ours, except in the two maps that are not. */
function keyOf(key: string, map: string, aliases: Aliases): string {
  if (map === 'engagements') return aliases.of(key, 'engagementId');
  return map === 'sessionParameters' ? aliases.of(key, 'parameter') : key;
}

function redactedText(text: string, name: string, aliases: Aliases): string {
  if (text === '') return text;
  if (WORDS[name]?.test(text)) return text;
  if (IDS.test(name)) return aliases.of(text, name);
  if (name === 'contentType') return CONTENT_TYPES.has(text) ? text : 'application/octet-stream';
  return URLS.test(name) ? neutralUrl(text) : neutralText(text);
}

function singular(name: string): string {
  return name === 'engagementIds' || name === 'engagements' ? name.replace(/s$/, '') : name;
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/;
const CAPITALS = /^[A-Z]+(_[A-Z]+)*$/;
const SMALL = /^[a-z]+(-[a-z]+)*$/;
/** Closed words of the model and the protocol, by the field that they stand in. */
const WORDS: Readonly<Record<string, RegExp | undefined>> = {
  type: /^([A-Z]+(_[A-Z]+)*|[a-z]+([A-Z][a-z]+)*)$/,
  status: /^([A-Z]+|[a-z]+)$/,
  kind: SMALL,
  code: SMALL,
  action: SMALL,
  format: SMALL,
  delivery: SMALL,
  reason: CAPITALS,
  participantType: CAPITALS,
  fileTypes: /^[a-z\d]{1,5}$/,
  at: ISO_TIME,
  receivedAt: ISO_TIME,
  createdAt: ISO_TIME,
  lastUpdatedAt: ISO_TIME,
};
const IDS = /Id$|^(id|log|epoch|key|cursor|payload)$/;
const URLS = /^(url|uri)$|Url$/;
const NUMBERS = /Ms$|Seq$|Bytes$|^(seq|width|height|progress|unread|textLength)$/;
const CONTENT_TYPES: ReadonlySet<string> = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml', 'application/pdf', 'text/plain'],
  ...['audio/mpeg', 'video/mp4'],
]);
