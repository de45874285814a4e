import type { Plugin } from 'vite';

/** What private members are called after it; the minifier shortens names that begin so. */
export const PLAIN_PRIVATE = /^\$private_/;

/**
 * Makes plain properties of `#private` members: browsers without them would get a WeakMap and a call for each. Names of our
 * classes do not meet, since none extends another one of ours with members.
 */
export function plainPrivates(): Plugin {
  return {
    name: 'colloquy:plain-privates',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !code.includes('#')) return undefined;
      const places = privateNames(this.parse(code, { lang: 'ts' }));
      if (places.length === 0) return undefined;
      let text = '';
      let doneTo = 0;
      for (const at of places.sort((a, b) => a - b)) {
        text += `${code.slice(doneTo, at)}$private_`;
        doneTo = at + 1;
      }
      return { code: text + code.slice(doneTo), map: null };
    },
  };
}

/** Where the `#` of each private name stands. */
function privateNames(node: unknown): number[] {
  if (Array.isArray(node)) return node.flatMap(privateNames);
  if (typeof node !== 'object' || node === null) return [];
  const { type, start } = node as { type?: unknown; start?: unknown };
  if (type === 'PrivateIdentifier' && typeof start === 'number') return [start];
  return Object.values(node).flatMap(privateNames);
}
