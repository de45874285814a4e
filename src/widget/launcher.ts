import type { LauncherWords } from '../locales/index.ts';
import { launcherColours } from './launcherColours.ts';
import { LAUNCHER_STYLE } from './launcherStyle.ts';
import type { WidgetConfig } from './widgetConfig.ts';

const SVG = 'http://www.w3.org/2000/svg';
const BUBBLE =
  'M12 3.75c5 0 8.75 3.3 8.75 7.75S17 19.25 12 19.25c-1 0-2-.13-2.9-.38L4.5 20.5l1.1-3.9c-1.5-1.4-2.35-3.2-2.35-5.1C3.25 7.05 7 3.75 12 3.75Z';
const CHEVRON = 'm6 9.5 6 6 6-6';

/** What `en` says (a test holds it against the pack, which would double the loader). */
export const ENGLISH: LauncherWords = [
  'Open chat',
  'Close chat',
  'The chat could not be shown. Nothing you wrote is lost.',
  'Show it again',
];

/**
 * The round button in the corner, the place for the chat above it and the words for a chat that cannot be loaded:
 * plain DOM in a shadow root, styled by a constructed sheet, so that the strictest page policy has no objection.
 */
export function createLauncher(config: WidgetConfig): Launcher {
  let [open, close, trouble, again] = ENGLISH;
  const host = document.createElement('colloquy-widget');
  host.lang = config.locale;
  const root = host.attachShadow({ mode: config.shadow });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LAUNCHER_STYLE + launcherColours(config));
  root.adoptedStyleSheets = [sheet];

  // In a shadow root no button belongs to a form, so none needs a type.
  const button = element('button', 'launcher');
  button.hidden = config.shell !== 'floating';
  button.append(icon());
  const badge = element('span', 'badge');
  button.append(badge);
  const place = element('div', 'place');
  const around = element('div', '');
  around.dir = isRightToLeft(config.locale) ? 'rtl' : 'ltr';
  around.append(place, button);
  root.append(around);

  let card: HTMLElement | undefined;
  let isOpen = false;
  let closedName = open;
  const name = (): void => {
    button.ariaLabel = button.title = isOpen ? close : closedName;
  };
  const launcher: Launcher = {
    host,
    root,
    button,
    place,
    setOpen(wanted) {
      isOpen = wanted;
      place.dataset['open'] = button.ariaExpanded = String(isOpen);
      if (!isOpen) launcher.setTrouble();
      name();
    },
    setWords(words) {
      if (closedName === open) closedName = words[0];
      [open, close, trouble, again] = words;
      name();
    },
    setBusy: (busy) => (button.ariaBusy = String(busy)),
    setUnread(count, label) {
      closedName = label;
      badge.hidden = !count;
      badge.textContent = count > 99 ? '99+' : String(count);
      name();
    },
    setTrouble(retry) {
      card?.remove();
      card = retry && troubleCard(trouble, again, retry);
      if (card) around.append(card);
    },
  };
  launcher.setUnread(0, open);
  launcher.setOpen(false);
  return launcher;
}

/** What stands on the page before the chat does. */
export interface Launcher {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly button: HTMLButtonElement;
  /** Where the chat goes. */
  readonly place: HTMLElement;
  setOpen(open: boolean): void;
  /** The words of the page's language, once they are there; English until then. */
  setWords(words: LauncherWords): void;
  setBusy(busy: boolean): void;
  setUnread(count: number, label: string): void;
  /** Shows that the chat could not be loaded, with a button that calls `retry`; without one it takes it away. */
  setTrouble(retry?: () => void): void;
}

/** As `direction` of the locales has it for those that have a pack; no more fits into the loader. */
export function isRightToLeft(locale: string): boolean {
  return /^(ar|fa|he|iw|ur)\b/i.test(locale);
}

/** A card that says what is wrong, with a button that tries again. */
export function troubleCard(trouble: string, again: string, retry: () => void): HTMLElement {
  const card = element('div', 'trouble');
  card.role = 'alert';
  const button = element('button', 'retry');
  button.textContent = again;
  button.onclick = retry;
  card.append(trouble, button);
  return card;
}

function element<Tag extends 'button' | 'div' | 'span'>(
  tag: Tag,
  className: string,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

function icon(): SVGElement {
  const svg = drawn('svg', { viewBox: '0 0 24 24', width: '28' });
  svg.append(drawn('path', { d: BUBBLE }), drawn('path', { d: CHEVRON }));
  return svg;
}

function drawn(tag: 'svg' | 'path', facts: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(facts)) made.setAttribute(key, value);
  return made;
}
