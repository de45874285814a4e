import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Puts functions that are called once into the place of their call, before the bundler's minifier shortens the rest: that one
 * does not (docs/decisions/0008). Nothing that assumes more of the code than the language says, and no name is touched.
 * @param ecma the language of the result.
 */
export function inlineCalls(ecma: 2017 | 2022): Plugin {
  return {
    name: 'colloquy:inline-calls',
    async renderChunk(code, _chunk, { format }) {
      const made = await minify(code, {
        ecma,
        module: format === 'es',
        compress: { passes: 3, unsafe_arrows: true },
        mangle: false,
        format: { comments: 'some' },
      });
      return { code: made.code ?? code, map: null };
    },
  };
}
