import { keyframes } from 'styled-components';

/** A bubble or card comes from where it was written: a little below. */
export const rise: Motion = keyframes`
  from { opacity: 0; transform: translateY(8px); }
`;

/** Something appears in its place. */
export const fade: Motion = keyframes`
  from { opacity: 0; }
`;

/** A pill or chip lands. */
export const land: Motion = keyframes`
  from { opacity: 0; transform: scale(0.92); }
`;

/** One typing dot breathes. The only thing that loops. */
export const breathe: Motion = keyframes`
  0%, 60%, 100% { opacity: 0.35; transform: none; }
  30% { opacity: 1; transform: translateY(-3px); }
`;

/** A line under the header while it connects: travels once across. */
export const travel: Motion = keyframes`
  from { inset-inline-start: -35%; }
  to { inset-inline-start: 100%; }
`;

// Named here, or the types of the package would point into a folder that styled-components does not publish.
type Motion = ReturnType<typeof keyframes>;
