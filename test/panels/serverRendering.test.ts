import { text } from 'node:stream/consumers';
import { PassThrough } from 'node:stream';
import { createElement, StrictMode, Suspense } from 'react';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { ServerStyleSheet } from 'styled-components';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTokenEndpoint } from '../../src/client/index.ts';
import { Announcer } from '../../src/components/index.ts';
import { ChatProvider } from '../../src/hooks/index.ts';
import * as panels from '../../src/panels/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

const { Chat, createAnnouncementPolicy: _, ...others } = panels;
const components: Readonly<Record<string, ComponentType>> = { Chat, ...others };
const said: unknown[][] = [];

beforeEach(() => {
  said.length = 0;
  for (const method of ['error', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => void said.push(parts));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});

/** The page as a server streams it: the shell at once, what is suspended later. Rejects with what was thrown. */
function write(page: ReactElement): Promise<string> {
  return new Promise((resolve, reject) => {
    const out = new PassThrough();
    const { pipe } = renderToPipeableStream(page, {
      onShellReady: () => void pipe(out),
      onError: reject,
    });
    text(out).then(resolve, reject);
  });
}

function app(children: ReactNode): ReactElement {
  const options = {
    baseUrl: 'https://chat.example',
    integrationId: 'integration-1',
    jwtProvider: createTokenEndpoint('https://shop.example/token', 'integration-1').provide,
  };
  return createElement(
    StrictMode,
    {},
    createElement(Suspense, { fallback: 'wait' }, createElement(ChatProvider, { options }, children)),
  );
}

test('the whole chat is written where there is no window, with nothing asked of the network', async () => {
  const asked = vi.spyOn(globalThis, 'fetch');
  const html = await write(app(createElement(Chat)));
  expect(html).toContain('aria-label="Chat"');
  expect(html).toContain('<textarea');
  expect(asked).not.toHaveBeenCalled();
});

test('in the language and direction that it is given', async () => {
  const html = await write(app(createElement(Chat, { locale: 'ar' })));
  expect(html).toContain('dir="rtl"');
});

test('a client that the application owns is not started by the server', async () => {
  const client = createFakeChatClient();
  const html = await write(createElement(ChatProvider, { client }, createElement(Chat)));
  expect(html).toContain('<textarea');
  expect(client.calls).toEqual([]);
});

test.for(Object.entries(components))('%s alone is written as well', async ([, Panel]) => {
  await expect(write(app(createElement(Announcer, {}, createElement(Panel))))).resolves.toBeDefined();
});

test('its styles can be collected, so that the first paint is dressed', async () => {
  const sheet = new ServerStyleSheet();
  await write(sheet.collectStyles(app(createElement(Chat))));
  const styles = sheet.getStyleTags();
  sheet.seal();
  expect(styles).toContain('--');
  expect(styles).toContain('border-radius');
});
