import type { Random } from './random.ts';

/** A random identifier (UUID version 4, RFC 9562), lower case, 36 characters. */
export function uuidV4(random: Random): string {
  return format(random.bytes(16), 4);
}

/** An identifier that sorts by the time of its making (UUID version 7, RFC 9562). */
export function uuidV7(nowMs: number, random: Random): string {
  const bytes = random.bytes(16);
  let rest = Math.floor(nowMs);
  for (let at = 5; at >= 0; at--) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return format(bytes, 7);
}

/** Whether `text` has the form of a UUID of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function format(bytes: Uint8Array, version: number): string {
  const [high = 0, variant = 0] = [bytes[6], bytes[8]];
  bytes[6] = (high & 0x0f) | (version << 4);
  bytes[8] = (variant & 0x3f) | 0x80;
  let text = '';
  for (let at = 0; at < 16; at++) {
    if (at > 2 && at < 11 && at % 2 === 0) text += '-';
    text += HEX[bytes[at] ?? 0];
  }
  return text;
}
