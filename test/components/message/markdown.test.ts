import { describe, expect, test } from 'vitest';
import { parseMarkdown, parsePlain, plainText } from '../../../src/components/message/markdown.ts';
import type { Block } from '../../../src/components/message/markdown.ts';
import type { Inline } from '../../../src/components/message/markdownInline.ts';

/** Blocks as a short notation: b(…) bold, i(…) italic, `…` code, <href|host>(label). */
function sketch(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'code') return `pre(${block.text})`;
      if (block.type === 'paragraph') return block.children.map(draw).join('');
      return `${block.ordered ? 'ol' : 'ul'}(${block.items.map((item) => item.map(draw).join('')).join('|')})`;
    })
    .join('¶');
}

function draw(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'code':
      return `\`${inline.text}\``;
    case 'strong':
      return `b(${inline.children.map(draw).join('')})`;
    case 'emphasis':
      return `i(${inline.children.map(draw).join('')})`;
    case 'link':
      return `<${inline.href}${inline.host ? `|${inline.host}` : ''}>(${inline.children.map(draw).join('')})`;
  }
}

describe('our Markdown', () => {
  test.each([
    ['plain', 'plain'],
    ['a **b** c', 'a b(b) c'],
    ['a *b* and _c_', 'a i(b) and i(c)'],
    ['*a **b** c*', 'i(a b(b) c)'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['**open', '**open'],
    ['run `a **b**`', 'run `a **b**`'],
    ['one\ntwo', 'one\ntwo'],
    ['one\n\ntwo', 'one¶two'],
    ['- a\n- *b*', 'ul(a|i(b))'],
    ['1. a\n2. b', 'ol(a|b)'],
    ['```js\nlet *a*\n```', 'pre(let *a*)'],
    ['```\nstill streaming', 'pre(still streaming)'],
    ['[guide](https://shop.example/a)', '<https://shop.example/a|shop.example>(guide)'],
    ['[shop.example](https://shop.example/a)', '<https://shop.example/a>(shop.example)'],
    ['see https://shop.example/a.', 'see <https://shop.example/a>(https://shop.example/a).'],
    ['mailto:a@shop.example', '<mailto:a@shop.example>(mailto:a@shop.example)'],
    ['tel:+4930123', '<tel:+4930123>(tel:+4930123)'],
  ])('%j reads %s', (text, expected) => {
    expect(sketch(parseMarkdown(text))).toBe(expected);
  });

  test('a plain text keeps its signs and gets its links', () => {
    expect(sketch(parsePlain('**a** https://shop.example'))).toBe(
      '**a** <https://shop.example/>(https://shop.example)',
    );
  });

  test('what is spoken has the words without the signs', () => {
    expect(plainText(parseMarkdown('Hi **there**\n\n- a\n- [b](https://x.example)'))).toBe('Hi there a, b');
  });

  test.each([['*'], ['_a'], ['**a'], ['['], ['[a]('], ['`'], ['https://'], ['- '], ['*a _b '], ['\n```']])(
    'a hostile run of %j is read in time',
    (part) => {
      const text = part.repeat(100_000 / part.length);
      expect(Array.isArray(parseMarkdown(text))).toBe(true);
    },
    2_000,
  );
});

describe('links that lead nowhere', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://shop.example/1',
    'ftp://shop.example',
    '//shop.example',
    '/relative',
    'https://user:secret@shop.example',
    'https://shop.example@evil.example',
    'https://',
    'mailto:',
    '&#106;avascript:alert(1)',
    'ws://shop.example',
  ])('[label](%s) makes no link', (address) => {
    expect(sketch(parseMarkdown(`[label](${address})`))).not.toContain(`(label)<`);
    const links = JSON.stringify(parseMarkdown(`[label](${address})`)).match(/"href":"[^"]*"/g) ?? [];
    expect(links.filter((link) => !/"href":"(https?|mailto|tel):/.test(link))).toEqual([]);
    expect(links.filter((link) => link.includes('secret') || link.includes('@evil'))).toEqual([]);
  });

  test('a picture is no picture, and its address is shown as a link at most', () => {
    expect(JSON.stringify(parseMarkdown('![x](https://leak.example/?q=1)'))).not.toContain('image');
  });

  test('HTML stays text', () => {
    expect(sketch(parseMarkdown('<img src=x onerror=alert(1)>'))).toBe('<img src=x onerror=alert(1)>');
  });

  test('a label that poses as another host is shown with the true one', () => {
    expect(sketch(parseMarkdown('[bank.example](https://evil.example/x)'))).toBe(
      '<https://evil.example/x|evil.example>(bank.example)',
    );
  });
});
