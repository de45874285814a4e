import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { MountOptions } from '../../src/widget/chatModule.ts';
import { createView } from '../../src/widget/createView.tsx';
import type { View } from '../../src/widget/createView.tsx';
import { readConfig } from '../../src/widget/widgetConfig.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

let view: View | undefined;
afterEach(() => {
  act(() => view?.remove());
  view = undefined;
});

function open() {
  const config = readConfig({ integrationId: 'shop', tokenUrl: '/token', locale: 'en' });
  if (!config) throw new Error('The test gives a whole configuration');
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const element = document.createElement('div');
  root.append(element);
  document.body.append(host);
  const nothing = () => undefined;
  const options: MountOptions = {
    ...{ config, root, element, parameters: {}, fetchWords: () => Promise.reject(new Error('Offline')) },
    ...{ onMinimize: nothing, onUnread: nothing, onConversation: nothing, onEvent: nothing },
  };
  const created = createView(options);
  view = created;
  act(() => created.show({ open: true, quiet: true }));
  return { element, view: created };
}

test('a chat that comes at once is drawn once, without an empty frame before it', () => {
  const { element, view } = open();
  expect(element).toBeEmptyDOMElement();
  const line = { client: createFakeChatClient(), baseUrl: 'https://connector.example', generation: 1 };
  act(() => view.show({ line }));
  expect(element.querySelector('textarea')).not.toBeNull();
});

test('a chat that takes its time is an empty frame meanwhile, with its header', async () => {
  const { element } = open();
  await waitFor(() => expect(element.querySelector('section')).not.toBeNull());
  expect(element.querySelector('header')).not.toBeNull();
  expect(element.querySelector('textarea')).toBeNull();
});
