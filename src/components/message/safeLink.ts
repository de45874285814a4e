const MAX_LINK_LENGTH = 2048;

/**
 * The address in the form a browser will open, if a message may link to it: http, https, mailto, tel, complete and
 * without user name or password. Everything else, relative addresses included, gives undefined.
 */
export function safeLink(address: string): SafeLink | undefined {
  // Parsers drop tabs and line breaks ("java\nscript:"): an address that has any is no honest one.
  if (address.length > MAX_LINK_LENGTH || /[\s\p{Cc}]/u.test(address)) return undefined;
  const url = parse(address);
  switch (url?.protocol) {
    case 'https:':
    case 'http:':
      return url.hostname && !url.username && !url.password ? { href: url.href, host: url.host } : undefined;
    case 'mailto:':
    case 'tel:':
      return url.pathname ? { href: url.href, host: undefined } : undefined;
    default:
      return undefined;
  }
}

/** An address to open. `host` is undefined for mail and telephone. */
export type SafeLink = { readonly href: string; readonly host: string | undefined };

function parse(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
