/** What was wrong and where: `path` is like `body.actions[2].text`, empty for the whole value. */
export interface Fault {
  readonly path: string;
  readonly message: string;
  /** Why in one word, for machines. */
  readonly rule: 'missing' | 'type' | 'range' | 'pattern' | 'unknown';
}

/** A decoded value, or the faults that stand against it. */
export type Decoded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a value of unknown origin. Promises never to throw, and to hand out plain objects of known fields only. */
export type Decoder<T> = (input: unknown, path?: string) => Decoded<T>;

/** The type that a decoder yields. */
export type DecodedBy<D> = D extends Decoder<infer T> ? T : never;

/** A value that has been accepted. */
export const good = <T>(value: T): Decoded<T> => ({ ok: true, value });

/** A refusal with one fault: where, in words, and by which rule. */
export const fault = (path: string, message: string, rule: Fault['rule']): Decoded<never> => ({
  ok: false,
  faults: [{ path, message, rule }],
});

/** A refusal of a value that is absent, or not what it should be. */
const mistyped = (
  input: unknown,
  path: string,
  message: string,
  rule: Fault['rule'] = 'type',
): Decoded<never> =>
  input === undefined || input === null
    ? fault(path, 'must not be null', 'missing')
    : fault(path, message, rule);

const missized = (path: string, min: number, max: number): Decoded<never> =>
  fault(path, `size must be between ${min} and ${max}`, 'range');

/** A string of `min` to `max` UTF-16 units, matching `pattern` where one is given. */
/* @__NO_SIDE_EFFECTS__ */
export function string(limits: { min?: number; max?: number; pattern?: RegExp } = {}): Decoder<string> {
  const { min = 0, max = 1_048_576, pattern } = limits;
  return (input, path = '') => {
    if (typeof input !== 'string') return mistyped(input, path, 'must be a string');
    if (input.length < min || input.length > max) return missized(path, min, max);
    if (pattern && !pattern.test(input)) return fault(path, `must match "${pattern.source}"`, 'pattern');
    return good(input);
  };
}

/** A finite number in [min, max], whole where `whole` is set. */
/* @__NO_SIDE_EFFECTS__ */
export function number(limits: { min?: number; max?: number; whole?: boolean } = {}): Decoder<number> {
  const { min = -Infinity, max = Infinity, whole = false } = limits;
  return (input, path = '') => {
    if (typeof input !== 'number' || !Number.isFinite(input))
      return mistyped(input, path, 'must be a number');
    if (whole && !Number.isInteger(input)) return fault(path, 'must be a whole number', 'type');
    if (input < min || input > max) return fault(path, `must be between ${min} and ${max}`, 'range');
    return good(input);
  };
}

/** Exactly true or false; neither 0 nor "false". */
export const boolean: Decoder<boolean> = (input, path = '') =>
  typeof input === 'boolean' ? good(input) : mistyped(input, path, 'must be true or false');

/** One of the listed words. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<const W extends string>(...words: readonly W[]): Decoder<W> {
  return (input, path = '') => {
    const found = words.find((word) => word === input);
    return found === undefined
      ? mistyped(input, path, `must be one of ${words.join(', ')}`, 'unknown')
      : good(found);
  };
}

/** As `oneOf`, but a word of a later version becomes `fallback` instead of a fault. */
/* @__NO_SIDE_EFFECTS__ */
export function oneOfOr<const W extends string>(words: readonly W[], fallback: NoInfer<W>): Decoder<W> {
  return (input, path = '') => {
    if (typeof input !== 'string') return mistyped(input, path, 'must be a string');
    return good(words.find((word) => word === input) ?? fallback);
  };
}

/** A list of `min` to `max` entries; every faulty entry is told. */
/* @__NO_SIDE_EFFECTS__ */
export function list<T>(
  entry: Decoder<T>,
  limits: { min?: number; max?: number } = {},
): Decoder<readonly T[]> {
  const { min = 0, max = 10_000 } = limits;
  return (input, path = '') => {
    if (!Array.isArray(input)) return mistyped(input, path, 'must be a list');
    if (input.length < min || input.length > max) return missized(path, min, max);
    const values: T[] = [];
    let faults: Fault[] | undefined;
    for (let at = 0; at < input.length; at++) {
      const decoded = entry(input[at], `${path}[${at}]`);
      if (!decoded.ok) faults = [...(faults ?? []), ...decoded.faults];
      else values.push(decoded.value);
    }
    return faults ? { ok: false, faults } : good(values);
  };
}

/** A map from free keys to values; the keys of `Object.prototype` are dropped. */
/* @__NO_SIDE_EFFECTS__ */
export function map<T>(
  entry: Decoder<T>,
  limits: { maxEntries?: number; maxKey?: number } = {},
): Decoder<Readonly<Record<string, T>>> {
  const { maxEntries = 1000, maxKey = 256 } = limits;
  return (input, path = '') => {
    if (!isRecord(input)) return mistyped(input, path, 'must be an object');
    const keys = Object.keys(input).filter((key) => !FORBIDDEN_KEYS.has(key));
    if (keys.length > maxEntries) return missized(path, 0, maxEntries);
    const long = keys.find((key) => key.length > maxKey);
    if (long !== undefined) return fault(path, `keys must have at most ${maxKey} characters`, 'range');
    return fieldsOf(
      input,
      keys.map((key) => [key, entry]),
      path,
    );
  };
}

type Shape = Readonly<Record<string, Decoder<unknown>>>;
type OptionalKeys<S extends Shape> = {
  [K in keyof S]: undefined extends DecodedBy<S[K]> ? K : never;
}[keyof S];
type Simplify<T> = { [K in keyof T]: T[K] };
/** The type of an object with the decoders of a shape; fields that may be absent are optional. */
export type ObjectOf<S extends Shape> = Simplify<
  { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: DecodedBy<S[K]> } & {
    readonly [K in OptionalKeys<S>]?: Exclude<DecodedBy<S[K]>, undefined>;
  }
>;

/** An object with the named fields; unknown fields are dropped, absent optional ones stay absent. */
/* @__NO_SIDE_EFFECTS__ */
export function object<S extends Shape>(shape: S): Decoder<ObjectOf<S>> {
  const fields = Object.entries(shape);
  return (input, path = '') => {
    return isRecord(input)
      ? (fieldsOf(input, fields, path) as Decoded<ObjectOf<S>>)
      : mistyped(input, path, 'must be an object');
  };
}

/** One pass and no lists between: this is the hottest loop of client and servers alike. */
function fieldsOf<T>(
  input: Record<string, unknown>,
  fields: readonly (readonly [string, Decoder<T>])[],
  path: string,
): Decoded<Record<string, T>> {
  const value: Record<string, T> = {};
  let faults: Fault[] | undefined;
  for (const [key, decoder] of fields) {
    const decoded = decoder(Object.hasOwn(input, key) ? input[key] : undefined, join(path, key));
    if (!decoded.ok) faults = [...(faults ?? []), ...decoded.faults];
    else if (decoded.value !== undefined) value[key] = decoded.value;
  }
  return faults ? { ok: false, faults } : good(value);
}

/** Absent and null both become undefined, as AXP sends unset fields as null. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<T>(inner: Decoder<T>): Decoder<T | undefined> {
  return (input, path = '') => (input === undefined || input === null ? good(undefined) : inner(input, path));
}

/** As `optional`, with a value for the absent case. */
/* @__NO_SIDE_EFFECTS__ */
export function withDefault<T>(inner: Decoder<T>, fallback: T): Decoder<T> {
  return (input, path = '') => (input === undefined || input === null ? good(fallback) : inner(input, path));
}

/** Anything at all. */
export const anything: Decoder<unknown> = (input) => good(input);

/** A further rule or change upon a decoded value. */
/* @__NO_SIDE_EFFECTS__ */
export function refine<A, B>(inner: Decoder<A>, next: (value: A, path: string) => Decoded<B>): Decoder<B> {
  return (input, path = '') => {
    const first = inner(input, path);
    return first.ok ? next(first.value, path) : first;
  };
}

/** Picks the decoder by the word in the field `tag`. */
/* @__NO_SIDE_EFFECTS__ */
export function union<T>(tag: string, cases: Readonly<Record<string, Decoder<T>>>): Decoder<T> {
  return (input, path = '') => {
    if (!isRecord(input)) return mistyped(input, path, 'must be an object');
    const word = input[tag];
    const chosen = typeof word === 'string' && Object.hasOwn(cases, word) ? cases[word] : undefined;
    return chosen
      ? chosen(input, path)
      : fault(join(path, tag), `must be one of ${Object.keys(cases).join(', ')}`, 'unknown');
  };
}

type ShapeOf<T> = {
  readonly [K in keyof T]-?: Decoder<
    undefined extends T[K] ? T[K] : {} extends Pick<T, K> ? T[K] | undefined : T[K]
  >;
};

/** The decoders of a union that its field `type` tells apart, by that word: each of the fields that it has beside it. */
/* @__NO_SIDE_EFFECTS__ */
export function byType<T extends { readonly type: string }>(shapes: {
  readonly [W in T['type']]: ShapeOf<Omit<Extract<T, { readonly type: W }>, 'type'>>;
}): Readonly<Record<string, Decoder<T>>> {
  const cases = Object.entries<Shape>(shapes).map(([word, shape]) => [
    word,
    object({ type: oneOf(word), ...shape }),
  ]);
  return Object.fromEntries(cases) as Readonly<Record<string, Decoder<T>>>;
}

/** Parses JSON text, then decodes. Text that is no JSON is one fault, not an exception. */
export function decodeJson<T>(text: string, decoder: Decoder<T>): Decoded<T> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return fault('', 'must be JSON', 'type');
  }
  return decoder(parsed);
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether the input is an object with names, neither null nor a list. */
export function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
