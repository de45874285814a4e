import { decodeBase64Url, encodeBase64Url } from '../lib/index.ts';
import { decodeJson, map, good, fault, type Decoder } from '../lib/decode.ts';
import { asId, type Cursor, type Epoch } from './decodeIds.ts';
import type { Head, Heads } from './engagement.ts';

/** The cursor of a reader who has everything up to these heads. For servers; a page treats it as opaque. */
export function encodeCursor(heads: Heads): Cursor {
  const compact: Record<string, readonly [Epoch, number]> = {};
  for (const [log, { epoch, seq }] of Object.entries(heads)) compact[log] = [epoch, seq];
  return asId<Cursor>(encodeBase64Url(asciiBytes(JSON.stringify(compact))));
}

/** The heads in a cursor, or undefined for anything that is none. It grants nothing: authorisation comes first. */
export function decodeCursor(cursor: string): Heads | undefined {
  const bytes = decodeBase64Url(cursor);
  if (!bytes) return undefined;
  const decoded = decodeJson(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), decodeCompact);
  return decoded.ok ? decoded.value : undefined;
}

const decodePair: Decoder<Head> = (input, path = '') => {
  const [epoch, seq] = Array.isArray(input) ? input : [];
  return typeof epoch === 'string' && epoch !== '' && Number.isSafeInteger(seq) && seq >= 0
    ? good({ epoch: asId<Epoch>(epoch), seq })
    : fault(path, 'must be a pair of epoch and sequence', 'type');
};

const decodeCompact: Decoder<Heads> = map(decodePair, { maxEntries: 200 });

/** Ids and epochs are ASCII (decodeIds), so a byte per character is exact. */
function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at) & 0x7f;
  return bytes;
}
