import { safeLink } from './safeLink.ts';

/** A stretch of a line. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | {
      readonly type: 'link';
      readonly href: string;
      /** Said beside the label where that does not tell it: nobody is sent to a place he cannot see. */
      readonly host: string | undefined;
      readonly children: readonly Inline[];
    };

const MAX_DEPTH = 4;
/** A sign must close within so many characters: the bound keeps a hostile text from costing quadratic time. */
const MAX_REACH = 2000;
/** Where something may begin. Without nesting: no text makes it slow. */
const START = /[`*_[]|https?:\/\/|mailto:|tel:/gi;
const PLAIN_START = /https?:\/\/|mailto:|tel:/gi;
/** A little more than `safeLink` takes: a longer one is refused there, and costs no more than this. */
const ADDRESS = /[^\s<>"'`\])}\u202A-\u202E\u2066-\u2069]{1,2100}/y;

/** Reads one stretch of text; in `plain` only addresses are special. */
export function parseInline(text: string, mode: 'plain' | 'markdown', depth = 0): Inline[] {
  const found: Inline[] = [];
  const start = mode === 'plain' ? PLAIN_START : START;
  let [textFrom, from] = [0, 0];
  for (let at = nextStart(); at >= 0; at = nextStart()) {
    const mayBegin = depth < MAX_DEPTH && (isWordEdge(text, at) || /[`*[]/.test(text[at] ?? ''));
    const read = mayBegin ? readSpecial(text, at, mode, depth) : undefined;
    from = read?.[1] ?? at + 1;
    if (!read) continue;
    if (at > textFrom) found.push({ type: 'text', text: text.slice(textFrom, at) });
    found.push(read[0]);
    textFrom = from;
  }
  if (text.length > textFrom) found.push({ type: 'text', text: text.slice(textFrom) });
  return found;

  function nextStart(): number {
    start.lastIndex = from;
    return start.exec(text)?.index ?? -1;
  }
}

type Read = readonly [node: Inline, next: number] | undefined;

function readSpecial(text: string, at: number, mode: 'plain' | 'markdown', depth: number): Read {
  if (mode === 'plain') return readAddress(text, at);
  switch (text[at]) {
    case '`':
      return readCode(text, at);
    case '[':
      return readLink(text, at);
    case '*':
    case '_':
      return readEmphasis(text, at, depth);
    default:
      return readAddress(text, at);
  }
}

function readCode(text: string, at: number): Read {
  const end = find(text, '`', at + 1);
  if (end <= at + 1) return undefined;
  return [{ type: 'code', text: text.slice(at + 1, end) }, end + 1];
}

function readEmphasis(text: string, at: number, depth: number): Read {
  const sign = text[at] ?? '';
  const marker = text[at + 1] === sign ? sign + sign : sign;
  const from = at + marker.length;
  if (/^\s?$/.test(text[from] ?? '')) return undefined;
  let end = find(text, marker, from + 1);
  // A single sign closes at a single sign: in "*a **b** c*" the double ones belong to the inside.
  while (marker.length === 1 && end >= 0 && (text[end + 1] === sign || text[end - 1] === sign))
    end = find(text, marker, end + (text[end + 1] === sign ? 2 : 1));
  if (end < 0 || /\s/.test(text[end - 1] ?? '') || (sign === '_' && isWord(text[end + marker.length])))
    return undefined;
  const children = parseInline(text.slice(from, end), 'markdown', depth + 1);
  return [{ type: marker.length === 2 ? 'strong' : 'emphasis', children }, end + marker.length];
}

function readLink(text: string, at: number): Read {
  const middle = find(text, '](', at);
  const end = middle < 0 ? -1 : find(text, ')', middle);
  if (end < 0) return undefined;
  const label = text.slice(at + 1, middle);
  const link = safeLink(text.slice(middle + 2, end));
  if (!link || label.trim() === '' || /[[\]]/.test(label)) return undefined;
  const shownHost = link.host && !label.toLowerCase().includes(link.host) ? link.host : undefined;
  return [
    { type: 'link', href: link.href, host: shownHost, children: [{ type: 'text', text: label }] },
    end + 1,
  ];
}

function readAddress(text: string, at: number): Read {
  ADDRESS.lastIndex = at;
  const whole = ADDRESS.exec(text)?.[0] ?? '';
  const address = whole.replace(/[.,;:!?]+$/, '');
  const link = safeLink(address);
  if (!link) return undefined;
  // What is shown is the address itself; only where the browser reads another host than the eye, that is said too.
  const isPlain = !link.host || address.toLowerCase().includes(link.host);
  return [
    {
      type: 'link',
      href: link.href,
      host: isPlain ? undefined : link.host,
      children: [{ type: 'text', text: address }],
    },
    at + address.length,
  ];
}

function find(text: string, sign: string, from: number): number {
  const found = text.slice(from, from + MAX_REACH).indexOf(sign);
  return found < 0 ? -1 : from + found;
}

function isWordEdge(text: string, at: number): boolean {
  return at === 0 || !isWord(text[at - 1]);
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
