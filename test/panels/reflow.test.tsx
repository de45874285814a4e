import { act, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ChatProvider } from '../../src/hooks/index.ts';
import { Chat } from '../../src/panels/index.ts';
import type { ChatProps } from '../../src/panels/index.ts';
import { arrived, came, GREETER, person } from '../support/chatEntries.ts';
import { createFakeChatClient, NOON_MS } from '../support/fakeChatClient.ts';
import { smallTargets } from '../support/reach.ts';

/** 1280 x 1024 at 400 %: WCAG 1.4.10. */
const SMALL = { width: 320, height: 256 };
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff';
const German = 'Rechtsschutzversicherungsgesellschaften und Kraftfahrzeughaftpflichtversicherung';
const replies = ['Ja, bitte', German, 'はい、お願いします'].map((text) => ({
  type: 'reply' as const,
  text,
  payload: text,
}));
const rows = [
  { type: 'postback' as const, text: German, payload: 'a' },
  { type: 'link' as const, text: 'Öffnungszeiten', uri: 'https://a-very-long-host-name.shop.example/path' },
];

beforeEach(() => page.viewport(SMALL.width, SMALL.height));
afterEach(async () => {
  document.querySelector('#spacing')?.remove();
  document.documentElement.removeAttribute('dir');
  await page.viewport(800, 720);
});

async function show(props: ChatProps = {}) {
  const client = createFakeChatClient();
  render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <ChatProvider client={client}>
        <Chat {...props} />
      </ChatProvider>
    </div>,
  );
  await act(async () => {});
  const anna = person('anna', 'AGENT', LONG_NAME);
  await act(async () =>
    client.emit(
      came(1, anna),
      arrived(2, `${German}\n東京都千代田区丸の内一丁目九番一号東京駅前の店舗へどうぞ`, { sender: anna }),
      arrived(3, 'https://shop.example/' + 'a'.repeat(200), { sender: anna }),
      arrived(4, { type: 'text', text: 'Wie weiter?', format: 'plain', actions: rows }, { sender: GREETER }),
      arrived(5, { type: 'text', text: 'Und?', format: 'plain', actions: replies }, { sender: GREETER }),
      { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 60_000 },
    ),
  );
  const chat = screen.getByRole('region');
  await within(chat).findAllByRole('article');
  return chat;
}

/** Elements that stick out sideways, or whose text is cut without a sign, one line each. */
function cut(chat: HTMLElement): string[] {
  return [...chat.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const style = getComputedStyle(element);
    // What waits for a pointer stands before the list, which cuts it off.
    const isHidden = style.clipPath !== 'none' || element.closest('svg, [data-shown="false"]') !== null;
    if (isHidden || element.closest('pre') || isShortened(element)) return [];
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > SMALL.width + 1))
      return [`sticks out: ${element.outerHTML.slice(0, 120)}`];
    const clips = style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis';
    return clips && element.scrollWidth > element.clientWidth + 1
      ? [`cut: ${element.outerHTML.slice(0, 120)}`]
      : [];
  });
}

/** Whether it stands in a line that ends in "…": the header, whose names stand at the messages in full. */
function isShortened(element: HTMLElement): boolean {
  return (
    element.parentElement !== null && getComputedStyle(element.parentElement).textOverflow === 'ellipsis'
  );
}

/** Whether something can be brought into view by scrolling up and down alone. */
function isReachable(element: HTMLElement): boolean {
  element.scrollIntoView({ block: 'nearest' });
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return top >= -1 && bottom <= SMALL.height + 1 && left >= -1 && right <= SMALL.width + 1;
}

async function holds(chat: HTMLElement): Promise<void> {
  const log = within(chat).getByRole('log');
  const seen = new Set<string>();
  // Only what is in view is on the page: walk through it from the end to the start.
  for (const part of [1, 0.8, 0.6, 0.4, 0.2, 0]) {
    await act(async () => {
      log.scrollTop = part * (log.scrollHeight - log.clientHeight);
      await nextFrame();
      await nextFrame();
    });
    expect(cut(chat)).toEqual([]);
    expect(smallTargets(chat)).toEqual([]);
    for (const button of within(log).queryAllByRole('button')) seen.add(button.textContent);
  }
  expect([...seen]).toEqual(expect.arrayContaining(replies.map(({ text }) => text)));
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(SMALL.width);
  const field = within(chat).getByRole('textbox');
  await waitFor(() => expect(isReachable(field)).toBe(true));
  const stay = chat.querySelector<HTMLElement>('[data-over] button');
  await waitFor(() => expect(stay && isReachable(stay)).toBe(true));
}

test('at 400 % nothing sticks out, nothing is cut, and everything is reached by scrolling one way', async () => {
  await holds(await show());
});

test('with text at 200 % as well', async () => {
  await holds(await show({ tokens: { fontScale: '2' } }));
});

test('from right to left as well', async () => {
  await holds(await show({ locale: 'ar' }));
});

test('with the reader’s own spacing of text (WCAG 1.4.12)', async () => {
  const style = document.createElement('style');
  style.id = 'spacing';
  style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;
  document.head.append(style);
  await holds(await show());
});

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => void requestAnimationFrame(resolve));
}
