import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { MessageListProps } from '../../../src/components/index.ts';
import type { TimelineItem } from '../../../src/model/index.ts';
import { said } from '../../../stories/components/conversation.ts';
import { ListStage } from '../../support/ListStage.tsx';

const talk = (to: number): TimelineItem[] =>
  Array.from({ length: to }, (_, index) =>
    said(index + 1, `Message ${index + 1}`, { minutesAgo: 10_000 - index }),
  );

const rowOf = (text: string): Element | null => screen.getByText(text).closest('[data-row-key]');

test.each(['End', 'ArrowDown'])('who walks to the newest message by %s has seen it', async (key) => {
  const onSeen = vi.fn<NonNullable<MessageListProps['onSeen']>>();
  const { rerender } = render(<ListStage items={talk(30)} seenUpToSeq={30} onSeen={onSeen} />);
  await screen.findByText('Message 30');
  await userEvent.tab();
  await userEvent.keyboard('{Home}');
  await waitFor(() => expect(rowOf('Message 1')).toHaveFocus());
  await screen.findByRole('button', { name: 'Go to the newest message' });
  rerender(<ListStage items={talk(31)} seenUpToSeq={30} onSeen={onSeen} />);
  await screen.findByRole('button', { name: '1 new message' });
  await waitFor(async () => {
    await userEvent.keyboard(`{${key}}`);
    expect(rowOf('Message 31')).toHaveFocus();
  });
  await waitFor(() => expect(onSeen).toHaveBeenCalledWith(31));
  expect(screen.queryByRole('button', { name: '1 new message' })).toBeNull();
});
