import type { Json } from './store.ts';

/** A deep copy that shares nothing with its original. Members that are `undefined` are left out, as in JSON text. */
export function copyJson(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(copyJson);
  const copy: Record<string, Json> = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member === undefined) continue;
    // Assigning to this name would set the prototype instead of a member.
    if (name === '__proto__')
      Object.defineProperty(copy, name, {
        value: copyJson(member),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else copy[name] = typeof member === 'object' ? copyJson(member) : member;
  }
  return copy;
}

/** `Array.isArray` does not tell readonly arrays apart. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
