/** `Object.hasOwn`, which browsers have since 2021 only: the build of `chat-sdk.js` puts this in its place. */
export function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}

/** What an object spread becomes in the language of 2017: its targets are fresh, so that assigning does. */
export const { assign } = Object;

/** What the rest of a destructured object becomes. */
export function without(object: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  const rest: Record<string, unknown> = {};
  for (const name of Object.keys(object)) if (!names.includes(name)) rest[name] = object[name];
  return rest;
}
