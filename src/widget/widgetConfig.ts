/** What a page says about one widget, in data attributes or in `Colloquy('init', …)`. */
export interface WidgetConfig {
  /** Tells several widgets of one page apart; default `default`. */
  readonly name: string;
  /** The connector. Absent: the token endpoint's answer names it. */
  readonly hostUrl?: string | undefined;
  readonly integrationId: string;
  /** The site's own endpoint that answers `POST { integrationId }` with a token. */
  readonly tokenUrl: string;
  /** BCP 47 tag; default the page's `lang`, else `en`. */
  readonly locale: string;
  /** `paper`, `night`, `fjord`, `clay`, `signal`, `terminal`; or any CSS colour, which is `paper` in that. Default `paper`; `data-brand` gives it another colour. */
  readonly theme: string;
  /** `light`, `dark` or `auto` (the reader's system); default `auto`. */
  readonly colorScheme: 'light' | 'dark' | 'auto';
  /** `open` lets test tools look inside; default `closed`. */
  readonly shadow: 'closed' | 'open';
  /** Whether the chat stands open from the start; default not, in other shells than `floating` yes. */
  readonly open: boolean;
  /** A button in the corner, the chat in an element of the page (`target`), or the whole page; default `floating`. */
  readonly shell: 'floating' | 'inline' | 'page';
  /** Where an inline chat goes: an element, or a selector of one. */
  readonly target?: Element | string | undefined;
  /** Address of the page that holds the chat, on an origin of its own: the host reaches neither token nor transcript. */
  readonly frame?: string | undefined;
  /** Everything that was said in text, for the parts that are fetched later: see `lateConfig`. */
  readonly texts: Readonly<Record<string, string | undefined>>;
}

/** Reads data attributes, or a plain object of the same names in camel case. Undefined where a needed one is missing. */
export function readConfig(given: Readonly<Record<string, unknown>>): WidgetConfig | undefined {
  // Without prototypes: what a page has put onto that of all objects was not said to the chat.
  const texts: Record<string, string | undefined> = Object.create(null);
  const others: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(given))
    if (value && typeof value === 'string') texts[key] = value;
    else others[key] = value;
  const { integrationId = '', tokenUrl = '', frame, hostUrl, colorScheme, shell } = texts;
  const { name = 'default', theme = 'paper', locale = document.documentElement.lang || 'en' } = texts;
  if (!frame && !(integrationId && tokenUrl)) return undefined;
  const isElsewhere = shell === 'inline' || shell === 'page';
  return {
    texts,
    integrationId,
    tokenUrl,
    name,
    hostUrl,
    frame,
    target: others['target'] instanceof Element ? others['target'] : texts['target'],
    locale,
    theme,
    colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto',
    shadow: texts['shadow'] === 'open' ? 'open' : 'closed',
    shell: isElsewhere ? shell : 'floating',
    open: isElsewhere || others['open'] === '' || others['open'] === true || texts['open'] === 'true',
  };
}
