/** The only door to chance; a seeded one makes a run repeatable. */
export interface Random {
  /** An even draw from [0, 1). */
  next(): number;
  /** `length` bytes, fit for identifiers and secrets in the platform's own source. */
  bytes(length: number): Uint8Array;
}

/** The platform's cryptographic source. */
export const systemRandom: Random = {
  next: () => {
    const [draw = 0] = crypto.getRandomValues(new Uint32Array(1));
    return draw / 2 ** 32;
  },
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** A repeatable source for tests and the simulation (mulberry32). Never for secrets. */
export function createSeededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const bytes = (length: number): Uint8Array => {
    const drawn = new Uint8Array(length);
    for (let at = 0; at < length; at++) drawn[at] = Math.floor(next() * 256);
    return drawn;
  };
  return { next, bytes };
}

declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T };
