import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** One published subpath of the package. */
export interface Door {
  /** Subpath as in `exports`: `.`, `./client`, `./locales/de`. */
  readonly subpath: string;
  /** Source file, relative to the root. */
  readonly source: string;
  /** Built module, relative to `dist`, without `.js`: also the name of its API page. */
  readonly output: string;
  /** Whether it holds React state: its module begins with `'use client'`. */
  readonly forClient: boolean;
}

const ROOM_DOORS = [
  'client',
  'store',
  'hooks',
  'components',
  'panels',
  'theme',
  'protocol',
  'recording',
  'testing',
  'inspector',
  'server',
] as const;

/** The call-compatible faces, each with a door of its own, and where its source stands. */
const FACADES = {
  'chat-sdk': 'src/facades/chat-sdk/index.ts',
  'omni-sdk/core': 'src/facades/omni-sdk/core/index.ts',
  'omni-sdk/messaging': 'src/facades/omni-sdk/messaging/index.ts',
  'omni-sdk/messaging-ui': 'src/widget/omni/index.ts',
} as const;

const WITH_REACT = new Set<string>(['hooks', 'components', 'panels', 'theme', 'inspector']);

/** A language file of src/locales: `de.ts`, `pt-BR.ts`. */
const LANGUAGE = /^([a-z]{2}(?:-[A-Z][A-Za-z]+)?)\.ts$/;

/** Every door that the package promises, whether its room exists yet or not. */
export function plannedDoors(): Door[] {
  return [
    { subpath: '.', source: 'src/index.ts', output: 'index', forClient: true },
    ...ROOM_DOORS.map((room) => ({
      subpath: `./${room}`,
      source: `src/${room}/index.ts`,
      output: room,
      forClient: WITH_REACT.has(room),
    })),
    // `dist/widget.js` is the script.
    { subpath: './widget', source: 'src/widget/index.ts', output: 'embed', forClient: false },
    ...Object.entries(FACADES).map(([name, source]) => ({
      subpath: `./facades/${name}`,
      source,
      output: `facades/${name}`,
      forClient: name === 'omni-sdk/messaging-ui',
    })),
    ...languages().map((name) => ({
      subpath: `./locales/${name}`,
      source: `src/locales/${name}.ts`,
      output: `locales/${name}`,
      forClient: false,
    })),
  ];
}

/** The doors whose source stands; the build makes these. */
export function builtDoors(): Door[] {
  return plannedDoors().filter((door) => existsSync(join(ROOT, door.source)));
}

function languages(): string[] {
  const folder = join(ROOT, 'src/locales');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => LANGUAGE.exec(file)?.[1] ?? []);
}
