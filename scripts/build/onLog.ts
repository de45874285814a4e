import type { Rolldown } from 'vite';

/**
 * Bundler messages that say nothing new: `'use client'` inside a bundle means nothing, and its doors keep it (library.ts);
 * putting functions in their place takes most of a build's time (inlineCalls.ts).
 */
const KNOWN = new Set(['MODULE_LEVEL_DIRECTIVE', 'PLUGIN_TIMINGS']);

/** Passes every message on but the known ones. */
export const onLog: NonNullable<Rolldown.InputOptions['onLog']> = (level, log, handle) => {
  if (!KNOWN.has(log.code ?? '')) handle(level, log);
};
