import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { hydrateFromServer, IS_PREACT } from '../support/hydrateFromServer.tsx';
import { WholeChat } from '../support/WholeChat.tsx';

test.skipIf(IS_PREACT)('a chat that a server wrote is taken over without a word, and goes on', async () => {
  const client = createFakeChatClient('messaging', { opensWith: [arrived(1, 'Good morning')] });
  const { complaints, html } = await hydrateFromServer(<WholeChat client={client} />);
  expect(html).not.toContain('Good morning');
  await waitFor(() => expect(screen.getByText('Good morning')).toBeVisible());
  await userEvent.type(screen.getByRole('textbox', { name: 'Message' }), 'To you too{Enter}');
  await waitFor(() => expect(screen.getByText('To you too')).toBeVisible());
  expect(complaints).toEqual([]);
});
