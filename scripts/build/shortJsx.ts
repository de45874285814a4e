import type { Plugin } from 'vite';

/** On the file's first line, so that all lines stay where they are. */
const IMPORT = `import { createElement as jsxElement, Fragment as jsxFragment } from 'preact'; `;

/**
 * Writes markup as `createElement(type, properties, ...children)`: without `children: […]` in each element, and without a second
 * maker of elements beside the one that the runtime has anyway. For Preact, which both give the same.
 */
export function shortJsx(): Plugin {
  return {
    name: 'colloquy:short-jsx',
    enforce: 'pre',
    // In development each element would be told its place in the sources, as an attribute.
    config: () => ({
      oxc: {
        jsx: { runtime: 'classic', pragma: 'jsxElement', pragmaFrag: 'jsxFragment', development: false },
      },
    }),
    transform(code, id) {
      return /\.tsx(\?|$)/.test(id) ? { code: IMPORT + code, map: null } : undefined;
    },
  };
}
