import type { ListRange } from '../storage/index.ts';

/**
 * A key as bytes whose order (memcmp, as SQLite compares blobs) is that of UTF-16 code units: UTF-8 applied to each code
 * unit by itself (CESU-8, Unicode TR 26). Plain ASCII stays as it is, and so readable in a database browser.
 */
export function encodeKey(key: string): Uint8Array {
  const plain = Buffer.from(key, 'utf8');
  // As many bytes as units: all ASCII, as nearly every key is.
  if (plain.length === key.length) return plain;
  const bytes: number[] = [];
  for (let at = 0; at < key.length; at++) {
    const unit = key.charCodeAt(at);
    if (unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(bytes);
}

/** The key of these bytes; only for bytes that `encodeKey` made. */
export function decodeKey(bytes: Uint8Array): string {
  if (bytes.every((byte) => byte < 0x80))
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const units: number[] = [];
  const rest = (at: number): number => (bytes[at] ?? 0) & 0x3f;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units.push(lead);
      at += 1;
    } else if (lead < 0xe0) {
      units.push(((lead & 0x1f) << 6) | rest(at + 1));
      at += 2;
    } else {
      units.push(((lead & 0x0f) << 12) | (rest(at + 1) << 6) | rest(at + 2));
      at += 3;
    }
  }
  return units.reduce((text, unit) => text + String.fromCharCode(unit), '');
}

/** A listing as two bounds: from (inclusive) and until (exclusive). */
export function boundsOf(range: ListRange): readonly [from: Uint8Array, until: Uint8Array] {
  const prefix = encodeKey(range.prefix);
  // The smallest key after `after` is itself and a zero.
  const after = range.after === undefined ? undefined : encodeKey(`${range.after}\u0000`);
  const before = range.before === undefined ? undefined : encodeKey(range.before);
  const end = endOf(prefix);
  return [
    after !== undefined && compare(after, prefix) > 0 ? after : prefix,
    before !== undefined && compare(before, end) < 0 ? before : end,
  ];
}

/** The smallest bytes above every key with this prefix: the last byte raised by one. No key holds a byte of 255. */
function endOf(prefix: Uint8Array): Uint8Array {
  if (prefix.length === 0) return Uint8Array.of(0xff);
  const end = Uint8Array.from(prefix);
  end[end.length - 1] = (end[end.length - 1] ?? 0) + 1;
  return end;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}
