import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { useMessageList } from '../../src/components/list/useMessageList.ts';
import { useEnding } from '../../src/panels/useEnding.ts';
import { ANNA, arrived, came } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import { WholeChat } from '../support/WholeChat.tsx';

// Called once for each time the frame, or the list, is drawn.
vi.mock(import('../../src/panels/useEnding.ts'), { spy: true });
vi.mock(import('../../src/components/list/useMessageList.ts'), { spy: true });

test('a key draws the composer: neither the frame around it nor the messages', async () => {
  const client = createFakeChatClient();
  render(<WholeChat client={client} />);
  await act(async () => {});
  await tell(client, came(1, ANNA), arrived(2, 'How may I help?'));
  await screen.findByText('How may I help?');
  expect(useEnding).toHaveBeenCalled();
  expect(useMessageList).toHaveBeenCalled();
  const field = screen.getByRole('textbox');
  // Again until the list is at rest: it draws by itself as its rows are measured and seen.
  const drawnByKey = async (): Promise<readonly number[]> => {
    vi.mocked(useEnding).mockClear();
    vi.mocked(useMessageList).mockClear();
    await userEvent.type(field, 'a');
    return [vi.mocked(useEnding).mock.calls.length, vi.mocked(useMessageList).mock.calls.length];
  };
  await expect.poll(drawnByKey).toEqual([0, 0]);
  expect(field).toHaveDisplayValue(/^a+$/);
});
