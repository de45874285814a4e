import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { WholeChat } from '../support/WholeChat.tsx';

/** What pages say of their elements: templates, normalisers and classless style sheets, none of it of a chat. */
const PAGE = `
  h2 { margin: 0 0 8px; color: rgb(8, 6, 13); font: 500 24px/1.2 serif; letter-spacing: -1px; text-transform: uppercase }
  p, li, time { margin: 0 0 16px; color: rgb(8, 6, 13); font: 20px/2 serif }
  a { color: rgb(8, 6, 13); text-decoration: none }
  button, textarea { margin: 4px; box-shadow: 0 0 3px red; color: red; font: 20px serif; letter-spacing: 2px; text-transform: uppercase }
  article, section, header, form { margin: 10px; box-shadow: 0 0 3px red; color: red }
  article, section { padding: 10px; background: yellow }
`;
const LOOKS = [
  ...['color', 'font', 'letter-spacing', 'text-transform', 'text-decoration', 'margin', 'padding'],
  ...['background-color', 'box-shadow', 'inline-size', 'block-size'],
];

test('what a page says of its elements does not reach into a chat that stands in it', async () => {
  const client = createFakeChatClient('messaging', {
    opensWith: [
      arrived(1, { type: 'text', text: 'See https://shop.example/a\n\n- one\n- two', format: 'markdown' }),
      arrived(2, {
        type: 'carousel',
        text: 'Three:',
        items: ['A', 'B'].map((title) => ({
          title,
          actions: [{ type: 'postback', text: 'Take it', payload: title }],
        })),
      }),
    ],
  });
  const { container } = render(<WholeChat client={client} colorScheme="dark" />);
  await screen.findAllByRole('button', { name: 'Take it' });
  const before = looksOf(container);
  const page = document.createElement('style');
  page.textContent = PAGE;
  document.head.prepend(page);
  const after = looksOf(container);
  page.remove();
  expect(before.length).toBeGreaterThan(50);
  expect(after).toEqual(before);
});

/** Each element with what can be seen of it, one line each. */
function looksOf(container: Element): readonly string[] {
  return [...container.querySelectorAll('[data-colloquy-theme] *')].map((element) => {
    const style = getComputedStyle(element);
    const looks = LOOKS.map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.tagName} ${element.getAttribute('aria-label') ?? ''} ${looks.join('; ')}`;
  });
}
