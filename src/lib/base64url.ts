const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648 section 5, without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  let text = '';
  const letter = (chunk: number, at: number): string => ALPHABET[(chunk >> at) & 63] ?? '';
  for (let at = 0; at < bytes.length; at += 3) {
    const chunk = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += letter(chunk, 18) + letter(chunk, 12) + letter(chunk, 6) + letter(chunk, 0);
  }
  // The last chunk may have stood for fewer than three bytes.
  return text.slice(0, Math.ceil((bytes.length * 4) / 3));
}

/** The bytes, or undefined when the text is not base64url. Padding is tolerated. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  const letters = text.replace(/=+$/, '');
  if (letters.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((letters.length * 6) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of letters) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}
