import { render, screen } from '@testing-library/react';
import type { QuickRepliesProps } from '../../../src/components/index.ts';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { QuickReplies } from '../../../src/components/index.ts';
import type { ReplyAction } from '../../../src/components/index.ts';

const replies: readonly ReplyAction[] = [
  { type: 'reply', text: 'Yes', payload: 'Y' },
  { type: 'reply', text: 'No', payload: 'N' },
];

test('a reply pressed is told with all that it carries', async () => {
  const onChoose = vi.fn<NonNullable<QuickRepliesProps['onChoose']>>();
  render(<QuickReplies replies={replies} onChoose={onChoose} />);
  await userEvent.click(screen.getByRole('button', { name: 'No' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(replies[1]);
});

test('once one is chosen all stay, locked, and say which it was', async () => {
  const onChoose = vi.fn<NonNullable<QuickRepliesProps['onChoose']>>();
  render(<QuickReplies replies={replies} chosen="Y" onChoose={onChoose} />);
  for (const button of screen.getAllByRole('button')) {
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
  }
  expect(onChoose).not.toHaveBeenCalled();
  expect(screen.getByText('You chose: Yes')).toBeInTheDocument();
});
