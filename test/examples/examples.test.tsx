import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { App as Headless } from '../../docs/examples/headless/App.tsx';
import { createEchoClient } from '../../docs/examples/own-backend/createEchoClient.ts';
import { App as ServerRendered } from '../../docs/examples/server-rendered/App.tsx';
import { ChatProvider } from '../../src/hooks/index.ts';
import { Chat } from '../../src/panels/index.ts';
import { hydrateFromServer, IS_PREACT } from '../support/hydrateFromServer.tsx';

test('own backend: the whole chat runs over the echo client', async () => {
  render(
    <div style={{ blockSize: 600 }}>
      <ChatProvider client={createEchoClient()}>
        <Chat />
      </ChatProvider>
    </div>,
  );
  await act(async () => {});
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'Hello{Enter}');
  await waitFor(() => expect(screen.getByText('You said: Hello')).toBeVisible());
  expect(screen.getAllByText('Hello')).toHaveLength(1);
});

test('headless: a conversation without one component of ours', async () => {
  render(<Headless client={createEchoClient()} />);
  await screen.findByText('connected');
  await userEvent.type(screen.getByRole('textbox', { name: 'Your message' }), 'Hello{Enter}');
  await screen.findByText('You said: Hello', { exact: false });
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByRole('textbox', { name: 'Your message' })).toHaveValue('');
});

test.skipIf(IS_PREACT)('server-rendered: the browser takes the page over without a word', async () => {
  const { complaints, html } = await hydrateFromServer(<ServerRendered />);
  expect(html).toContain('<textarea');
  expect(complaints).toEqual([]);
});
