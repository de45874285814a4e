import type { Decoded, Decoder } from '../../lib/index.ts';
import type { Json } from './store.ts';

/**
 * A stored value as its decoder reads it. What a store hands out frozen (the memory store does) stays as it is, and is read
 * once; the answer is shared, so nobody may change it.
 */
export function decodeRow<T>(value: Json, decoder: Decoder<T>): Decoded<T>;
/** Only the decoder that has made an answer is given it again. */
export function decodeRow(value: Json, decoder: Decoder<unknown>): Decoded<unknown> {
  if (typeof value !== 'object' || !Object.isFrozen(value) || value === null) return decoder(value);
  const known = read.get(value);
  if (known?.decoder === decoder) return known.decoded;
  const decoded = decoder(value);
  read.set(value, { decoder, decoded });
  return decoded;
}

const read = new WeakMap<
  object,
  { readonly decoder: Decoder<unknown>; readonly decoded: Decoded<unknown> }
>();
