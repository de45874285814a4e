/**
 * The plan of the house as data: which room stands on which floor, what it may import.
 * Change this table, the lint zones in `oxlint.config.ts` (computed from it) and `architecture.md` in one commit, and say why.
 */
export interface Room {
  /** Floor number; imports point to a lower floor. Only `lib`, the ground itself, is open to its neighbours on floor 0. */
  readonly floor: number;
  /** Rooms it may import, beyond floor 0, which is open to every room above it. */
  readonly mayImport: readonly string[];
  /** Packages it may import. */
  readonly packages: readonly string[];
}

const REACT = ['react', 'react-dom', 'styled-components'] as const;

export const ROOMS: Readonly<Record<string, Room>> = {
  lib: { floor: 0, mayImport: [], packages: [] },
  protocol: { floor: 0, mayImport: ['lib'], packages: [] },
  theme: { floor: 0, mayImport: ['lib'], packages: ['react', 'styled-components'] },
  locales: { floor: 0, mayImport: [], packages: [] },
  model: { floor: 1, mayImport: [], packages: [] },
  server: { floor: 1, mayImport: ['protocol/axp', 'protocol/desk'], packages: ['hono', 'jose'] },
  client: { floor: 2, mayImport: ['model'], packages: [] },
  components: { floor: 2, mayImport: ['model'], packages: REACT },
  store: { floor: 3, mayImport: ['model', 'client'], packages: ['zustand'] },
  recording: { floor: 3, mayImport: ['model', 'client'], packages: [] },
  facades: { floor: 3, mayImport: ['model', 'client'], packages: [] },
  desk: { floor: 3, mayImport: ['model', 'components', 'protocol/desk'], packages: [...REACT, 'zustand'] },
  hooks: { floor: 4, mayImport: ['model', 'client', 'store'], packages: ['react', 'zustand'] },
  panels: { floor: 5, mayImport: ['model', 'client', 'hooks', 'components'], packages: [...REACT] },
  testing: {
    floor: 5,
    mayImport: ['model', 'client', 'server', 'protocol/axp', 'protocol/desk'],
    packages: [],
  },
  inspector: { floor: 5, mayImport: ['model', 'client', 'components'], packages: [...REACT, 'zustand'] },
  widget: {
    floor: 6,
    mayImport: [
      ...['model', 'client', 'store', 'hooks', 'components', 'panels', 'facades', 'facades/omni-sdk'],
      // Only its build with the panel (`inspected/`); a test keeps it out of the other one.
      'inspector',
    ],
    // Preact only under its own names, in the runtime that stands behind `react` in the bundle (decision 0002).
    packages: [...REACT, 'preact'],
  },
  /** The package door, `src/index.ts`: a room of one file. */
  '': { floor: 6, mayImport: ['model', 'client', 'store', 'hooks', 'components', 'panels'], packages: [] },
};

/**
 * Rooms inside a room that have a door of their own. They may import the room around them; the reverse is forbidden.
 * `packages` is added to what the outer room may import.
 */
export const INNER_ROOMS: Readonly<Record<string, { readonly packages: readonly string[] }>> = {
  'protocol/axp': { packages: [] },
  'protocol/desk': { packages: [] },
  'facades/chat-sdk': { packages: [] },
  'facades/omni-sdk': { packages: [] },
  'widget/omni': { packages: [] },
  'server/node': { packages: ['ws', 'pg', 'node:'] },
};

/**
 * Files of a room that are doors beside its `index.ts`: a language is loaded alone, never with all the others; the words
 * of the decoders (`string`, `list`, `good`) are too plain to stand in the door of `lib` without their prefix; the modules of
 * the Omni SDK are chosen one by one.
 */
export const SIDE_DOORS: Readonly<Record<string, RegExp>> = {
  lib: /^decode\.ts$/,
  'facades/omni-sdk': /^(core|messaging)\/(index|forElement)\.ts$/,
  locales: /^([a-z]{2}(-[A-Z][A-Za-z]+)?|packs)\.ts$/,
};

/** Floor 0 is open to every room above it, except the inner rooms, which must be named. */
export const OPEN_ROOMS = ['lib', 'protocol', 'theme', 'locales'] as const;
