/** `Object.hasOwn`, which browsers have since 2021 only: the build of `chat-sdk.js` puts this in its place. */
export function hasOwn(object: object, key: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(object, key);
}
