/**
 * Node's own SQLite. Loaded on demand, so that servers without a file never touch it, and without the line that says
 * it is experimental: people who run a server cannot act on it.
 */
export function sqlite(): typeof import('node:sqlite') {
  const warn = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = warn;
  }
}
