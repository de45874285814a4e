/**
 * The words of an HTML text: blocks and breaks become line breaks, links keep their https address, everything else of
 * the markup goes. No HTML reaches a page, so this need not be a sanitiser: whatever is left is shown as plain text.
 */
export function htmlToText(html: string): string {
  let text = '';
  let at = 0;
  let hiddenUntil: string | undefined;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? -1 : tagEnd(html, open);
    if (open < 0 || end < 0) {
      text += hiddenUntil === undefined ? html.slice(at) : '';
      break;
    }
    if (hiddenUntil === undefined) text += html.slice(at, open);
    const tag = html.slice(open + 1, end);
    const name = (/^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[0] ?? '').toLowerCase();
    if (hiddenUntil !== undefined) {
      if (name === hiddenUntil) hiddenUntil = undefined;
    } else if (HIDDEN.has(name)) hiddenUntil = `/${name}`;
    else text += stringFor(name);
    at = end + 1;
  }
  return tidy(decodeEntities(text));
}

const HIDDEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const BREAKS: ReadonlySet<string> = new Set([
  'br', '/p', '/div', '/li', '/tr', '/h1', '/h2', '/h3', '/h4', '/h5', '/h6', '/blockquote', '/pre', 'hr',
]); // prettier-ignore
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function stringFor(name: string): string {
  if (name === 'li') return '• ';
  return BREAKS.has(name) ? '\n' : '';
}

/** The place of the `>` that closes the tag or comment at `open`; -1 where it is no tag: a lone `<` stays text. */
function tagEnd(html: string, open: number): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open);
    return end < 0 ? html.length - 1 : end + 2;
  }
  return /[a-z/!]/i.test(html[open + 1] ?? '') ? html.indexOf('>', open) : -1;
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function tidy(text: string): string {
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
