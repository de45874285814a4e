import type { Plugin } from 'vite';

/** Has to be the first line of a file. Browsers that do not know it see a comment. */
const HINT = '//# allFunctionsCalledOnLoad';

/**
 * Has the functions of the entries compiled while they come over the line, on another thread, instead of one by one when each is
 * first called: V8's explicit compile hints (v8.dev/blog/explicit-compile-hints, Chrome 136).
 */
export function compileAhead(): Plugin {
  return {
    name: 'colloquy:compile-ahead',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry) chunk.code = `${HINT}\n${chunk.code}`;
    },
  };
}
