/** How a reader meets a story: the toolbar's settings, the window, and what the platform asks for. */
export interface Profile {
  readonly name: string;
  readonly globals: Readonly<Record<string, string>>;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly forcedColors: boolean;
  /** The reader's own spacing of text (WCAG 1.4.12). Default false. */
  readonly spaced?: boolean;
}

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** 1280 x 1024 at 400 % (WCAG 1.4.10). */
const REFLOWED = { width: 320, height: 256 };
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

/** Where room is short or text is wide: every story, by `npm run stories -- --reflow`. */
export const REFLOW_PROFILES: readonly Profile[] = [
  profile('400 %', { width: '100%' }, { viewport: REFLOWED }),
  profile('spaced text', { width: '100%' }, { viewport: PHONE, spaced: true }),
];

function profile(name: string, globals: Profile['globals'], rest: Partial<Profile> = {}): Profile {
  return { name, globals: { ...SETTINGS, ...globals }, viewport: DESKTOP, forcedColors: false, ...rest };
}
