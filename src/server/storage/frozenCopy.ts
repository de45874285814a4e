import type { Json } from './store.ts';

/**
 * A deep copy that shares nothing with its original and that nobody can change. Members that are `undefined` are left out,
 * as in JSON text.
 */
export function frozenCopy(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return Object.freeze(value.map(frozenCopy));
  const copy: Record<string, Json> = {};
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member === undefined) continue;
    // Assigning to this name would set the prototype instead of a member.
    if (name === '__proto__')
      Object.defineProperty(copy, name, { value: frozenCopy(member), enumerable: true });
    else copy[name] = typeof member === 'object' ? frozenCopy(member) : member;
  }
  return Object.freeze(copy);
}

/** `Array.isArray` does not tell readonly arrays apart. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
