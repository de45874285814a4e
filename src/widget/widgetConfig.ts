/** What a page says about one widget, in data attributes or in `Colloquy('init', …)`. */
export interface WidgetConfig {
  /** Tells several widgets of one page apart; default `default`. */
  readonly name: string;
  /** The connector. Absent: the token endpoint's answer names it. */
  readonly hostUrl?: string;
  readonly integrationId: string;
  /** The site's own endpoint that answers `POST { integrationId }` with a token. */
  readonly tokenUrl: string;
  /** BCP 47 tag; default the page's `lang`, else `en`. */
  readonly locale: string;
  /** `paper`, `night`, or any CSS colour that becomes the brand colour; default `paper`. */
  readonly theme: string;
  /** `light`, `dark` or `auto` (the reader's system); default `auto`. */
  readonly colorScheme: 'light' | 'dark' | 'auto';
  /** `open` lets test tools look inside; default `closed`. */
  readonly shadow: 'closed' | 'open';
  /** Whether the chat stands open from the start; default not. */
  readonly open: boolean;
  /** Names of transports in order of preference, comma-separated; default all. */
  readonly transports?: string;
}

/** Reads data attributes, or a plain object of the same names in camel case. Undefined where a needed one is missing. */
export function readConfig(given: Readonly<Record<string, unknown>>): WidgetConfig | undefined {
  const text = (key: string): string | undefined => {
    const value = given[key];
    return typeof value === 'string' && value ? value : undefined;
  };
  const [hostUrl, integrationId, tokenUrl] = [text('hostUrl'), text('integrationId'), text('tokenUrl')];
  if (!integrationId || !tokenUrl) return undefined;
  const [scheme, transports] = [text('colorScheme'), text('transports') ?? text('transport')];
  const open = given['open'];
  return {
    name: text('name') ?? 'default',
    ...(hostUrl && { hostUrl }),
    integrationId,
    tokenUrl,
    locale: text('locale') ?? (document.documentElement.lang || 'en'),
    theme: text('theme') ?? 'paper',
    colorScheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto',
    shadow: given['shadow'] === 'open' ? 'open' : 'closed',
    open: open === true || open === '' || open === 'true',
    ...(transports && { transports }),
  };
}
