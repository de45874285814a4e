/**
 * Web Crypto as a seeded run needs it: every promise is settled when it is handed out, and hashing is a quick mix that
 * never meets an adversary. Nothing here protects anything.
 */
export function createLightCrypto(): object {
  let draws = 0;
  return {
    // Only comparisons in constant time draw from here; what has to be unguessable comes from the seeded source.
    getRandomValues<T extends ArrayBufferView>(array: T): T {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      draws += 1;
      for (let at = 0; at < bytes.length; at++) bytes[at] = (draws * 31 + at * 7) & 255;
      return array;
    },
    subtle: {
      digest: async (_algorithm: unknown, data: Bytes): Promise<ArrayBuffer> => mix([asBytes(data)]).buffer,
      importKey: async (_format: string, raw: Bytes): Promise<Key> => ({ raw: asBytes(raw) }),
      sign: async (_algorithm: unknown, key: Key, data: Bytes): Promise<ArrayBuffer> =>
        mix([key.raw, asBytes(data)]).buffer,
      verify: async (_algorithm: unknown, key: Key, signature: Bytes, data: Bytes): Promise<boolean> =>
        isEqual(mix([key.raw, asBytes(data)]), asBytes(signature)),
      deriveBits: async ({ salt }: { readonly salt: Bytes }, key: Key): Promise<ArrayBuffer> =>
        mix([asBytes(salt), key.raw]).buffer,
      generateKey: async (): Promise<Key> => ({ raw: new Uint8Array(16) }),
      encrypt: async (_algorithm: unknown, _key: Key, data: Bytes): Promise<ArrayBuffer> =>
        new Uint8Array(asBytes(data)).buffer,
      decrypt: async (_algorithm: unknown, _key: Key, data: Bytes): Promise<ArrayBuffer> =>
        new Uint8Array(asBytes(data)).buffer,
    },
  };
}

type Bytes = ArrayBuffer | Uint8Array;
interface Key {
  readonly raw: Uint8Array;
}

function asBytes(data: Bytes): Uint8Array {
  return data instanceof Uint8Array ? data : new Uint8Array(data);
}

/** 32 bytes out of any number: four lanes of a multiply-and-shift mix. */
function mix(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const lanes = new Uint32Array([0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 1, 2, 3, 4]);
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (const part of parts) {
    for (const byte of part) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ (byte + 0x5b), 0x85ebca6b) ^ (b >>> 13);
    }
    a = Math.imul(a ^ part.length, 0xc2b2ae35);
  }
  for (let at = 0; at < 8; at++) {
    a = Math.imul(a ^ (a >>> 15) ^ (b + at), 0x2c1b3c6d);
    b = Math.imul(b ^ (b >>> 12) ^ a, 0x297a2d39);
    lanes[at] = (a ^ b) >>> 0;
  }
  return new Uint8Array(lanes.buffer);
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
