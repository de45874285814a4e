/** Where the chat fills the screen; the same in `Frame` and in the launcher's style (a test holds them together). */
export const FULL_SCREEN = '(max-width: 479.98px), (max-height: 419.98px)';

/** Less than this is a bar of the browser's that comes or goes, more is a keyboard. CSS px. */
const KEYBOARD_PX = 120;

/**
 * While a chat fills a phone: keeps it on what the keyboard leaves to be seen (`--cq-view-…` on `element`), keeps the page
 * below from scrolling, and lets the back gesture close it. `release` undoes all of it.
 * @param world default the browser's own window.
 */
export function holdPhone(options: PhoneOptions, world: PhoneWorld = window): () => void {
  const undo = [fitView(options.element, world)];
  if (options.scrollLock) undo.push(lockScroll(world.document.documentElement));
  if (options.back) undo.push(closeOnBack(options, world));
  return () => undo.forEach((each) => each());
}

/** What is held, and what for. */
export interface PhoneOptions {
  /** The chat's place. */
  readonly element: HTMLElement;
  /** Tells several widgets' entries of the history apart. */
  readonly name: string;
  readonly scrollLock: boolean;
  readonly back: boolean;
  /** The person has gone back. */
  readonly onBack: () => void;
}

/** The parts of a window that count here. */
export type PhoneWorld = Pick<
  Window,
  'document' | 'history' | 'innerHeight' | 'visualViewport' | 'addEventListener' | 'removeEventListener'
>;

/**
 * A keyboard takes nothing off `100dvh` (iOS, and Android unless the page says otherwise); only the visual viewport knows.
 * While somebody zooms by pinching, nothing moves.
 */
function fitView(element: HTMLElement, world: PhoneWorld): () => void {
  const view = world.visualViewport;
  if (!view) return () => undefined;
  const set = (name: string, value: string): void => element.style.setProperty(`--cq-view-${name}`, value);
  const clear = (): void => {
    for (const name of ['block', 'start', 'safe']) element.style.removeProperty(`--cq-view-${name}`);
  };
  const fit = (): void => {
    if (view.scale > 1.01) return;
    if (world.innerHeight - view.height < KEYBOARD_PX) return clear();
    set('block', `${view.height}px`);
    set('start', `${view.offsetTop}px`);
    // The keyboard stands on the home bar.
    set('safe', '0px');
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
  return () => {
    view.removeEventListener('resize', fit);
    view.removeEventListener('scroll', fit);
    clear();
  };
}

function lockScroll({ style }: HTMLElement): () => void {
  const before = style.overflow;
  style.overflow = 'hidden';
  return () => {
    if (style.overflow === 'hidden') style.overflow = before;
  };
}

/** An entry in the history at the page's own address: going back takes it off, and the chat with it. */
function closeOnBack({ name, onBack }: PhoneOptions, world: PhoneWorld): () => void {
  const { history } = world;
  const isOurs = (): boolean => {
    const state: unknown = history.state;
    return typeof state === 'object' && state !== null && Reflect.get(state, 'colloquy') === name;
  };
  // A reload leaves the entry there; a second one would need a second gesture.
  const state: unknown = history.state;
  if (!isOurs()) history.pushState({ ...(typeof state === 'object' ? state : {}), colloquy: name }, '');
  const onPop = (): void => {
    if (!isOurs()) onBack();
  };
  world.addEventListener('popstate', onPop);
  return () => {
    world.removeEventListener('popstate', onPop);
    // Closed by its button: the entry goes as well, unless the page has moved on from it.
    if (isOurs()) history.back();
  };
}
