import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { Chat, ChatProvider } from 'colloquy';
import {
  axeFaults,
  createChatPage,
  createTestCenter,
  createTestClient,
  onTestingLibrary,
} from 'colloquy/testing';
import { expect, test } from 'vitest';

test('a customer writes, an agent answers, and axe finds nothing', async () => {
  const center = await createTestCenter();
  const agent = await center.agent('Ada');
  const { container, unmount } = render(
    <main style={{ blockSize: 600 }}>
      <ChatProvider client={createTestClient(center)}>
        <Chat />
      </ChatProvider>
    </main>,
  );
  const chat = createChatPage(onTestingLibrary(screen, userEvent));

  await chat.says('Where is my order?');
  await agent.accept();
  await agent.says('On its way');
  await chat.sees('On its way');
  await waitFor(async () => expect((await chat.messages()).join()).toMatch(/Where is my order.*On its way/));
  expect(await axeFaults(axe, container)).toEqual([]);

  unmount();
  await center.stop();
});
