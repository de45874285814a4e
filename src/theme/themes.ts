import { clay } from './clay.ts';
import { fjord } from './fjord.ts';
import { night, paper } from './paper.ts';
import { signal } from './signal.ts';
import { terminal } from './terminal.ts';
import type { Theme } from './theme.ts';

/** The finished themes by the name that a page may give them (`data-theme="fjord"`). */
export const themes = { paper, night, fjord, clay, signal, terminal } as const satisfies Record<
  string,
  Theme
>;
