import { parseInline } from './markdownInline.ts';
import type { Inline } from './markdownInline.ts';

/** A block of a message. */
export type Block =
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] };

const BULLET = /^\s{0,3}[-*+]\s+(.*)$/;
const NUMBER = /^\s{0,3}\d{1,9}[.)]\s+(.*)$/;
const FENCE = /^\s{0,3}```/;

/**
 * Our own small part of Markdown: paragraphs, bold, italic, code, flat lists, links. No HTML, no images, no headings: what
 * is not understood stays as it was written. Linear in the length of the text, whatever it says.
 */
export function parseMarkdown(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = readBlock(lines, at);
    if (block) blocks.push(block);
    at = next;
  }
  return blocks;
}

/** A text as it is, with its addresses made into links. */
export function parsePlain(text: string): Block[] {
  return [{ type: 'paragraph', children: parseInline(text, 'plain') }];
}

/** What a screen reader, a title or a preview says of it: the words without the signs. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'code') return block.text;
      return block.type === 'list' ? block.items.map(inlineText).join(', ') : inlineText(block.children);
    })
    .join(' ');
}

type Read = readonly [block: Block | undefined, next: number];

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  if (line.trim() === '') return [undefined, at + 1];
  if (FENCE.test(line)) return readFence(lines, at);
  if (BULLET.test(line)) return readList(lines, at, BULLET);
  if (NUMBER.test(line)) return readList(lines, at, NUMBER);
  return readParagraph(lines, at);
}

// A fence that never closes runs to the end: so it looks right while an answer is still streaming in.
function readFence(lines: readonly string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && !FENCE.test(lines[end] ?? '')) end++;
  return [{ type: 'code', text: lines.slice(at + 1, end).join('\n') }, end + 1];
}

function readList(lines: readonly string[], at: number, marker: RegExp): Read {
  const items: (readonly Inline[])[] = [];
  let end = at;
  for (; end < lines.length; end++) {
    const content = marker.exec(lines[end] ?? '')?.[1];
    if (content === undefined) break;
    items.push(parseInline(content, 'markdown'));
  }
  return [{ type: 'list', ordered: marker === NUMBER, items }, end];
}

function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1;
  const isPlain = (line: string): boolean =>
    line.trim() !== '' && !FENCE.test(line) && !BULLET.test(line) && !NUMBER.test(line);
  while (end < lines.length && isPlain(lines[end] ?? '')) end++;
  return [{ type: 'paragraph', children: parseInline(lines.slice(at, end).join('\n'), 'markdown') }, end];
}

function inlineText(children: readonly Inline[]): string {
  return children.map((child) => ('children' in child ? inlineText(child.children) : child.text)).join('');
}
