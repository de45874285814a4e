/** How a reader meets a story: the toolbar's settings, the window, and what the platform asks for. */
export interface Profile {
  readonly name: string;
  readonly globals: Readonly<Record<string, string>>;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly forcedColors: boolean;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const SETTINGS = { scheme: 'light', contrast: 'auto', locale: 'en', textScale: '1', width: '400px' };

/** The profiles that every story is held against at the gate. */
export const MAIN_PROFILES: readonly Profile[] = [profile('light', {}), profile('dark', { scheme: 'dark' })];

/** The others: a seeded sample of them at the gate, all with `COLLOQUY_STORIES=all`. */
export const MORE_PROFILES: readonly Profile[] = [
  profile('right to left', { locale: 'ar' }),
  profile('more contrast', { contrast: 'more' }),
  profile('phone', { width: '100%' }, { viewport: PHONE }),
  profile('large text', { textScale: '2' }),
  profile('forced colours', {}, { forcedColors: true }),
];

function profile(name: string, globals: Profile['globals'], rest: Partial<Profile> = {}): Profile {
  return { name, globals: { ...SETTINGS, ...globals }, viewport: DESKTOP, forcedColors: false, ...rest };
}
