import type { TextChange } from './platform/install.ts';

/** A bug that somebody could have made, as a change of the sources while they are loaded. */
export interface Mutant {
  readonly name: string;
  readonly changes: readonly TextChange[];
}

export const MUTANTS: readonly Mutant[] = [];
