import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { MessageRow, OwnCards } from '../../../src/components/index.ts';
import type { MessageRowProps, RenderOwnCard } from '../../../src/components/index.ts';
import { bot, message } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';

const orders: RenderOwnCard = ({ message: { body }, onAction, locked, message: said }) => {
  const [, number] = /\/orders\/(\d+)/.exec(body.text) ?? [];
  if (number === undefined) return undefined;
  return (
    <section aria-label={`Order ${number}`}>
      <button
        type="button"
        aria-disabled={locked ?? false}
        onClick={() => onAction?.(said, { type: 'postback', text: 'Cancel it', payload: number })}
      >
        Cancel it
      </button>
    </section>
  );
};
const text = (words: string) => message(1, { type: 'text', text: words, format: 'plain' }, { sender: bot });

test('a message that the application knows is drawn by it and may act; others are left to the list', async () => {
  const onAction = vi.fn<NonNullable<MessageRowProps['onAction']>>();
  const order = text('https://shop.example/orders/4711');
  render(
    <Stage>
      <OwnCards render={orders}>
        <MessageRow message={order} onAction={onAction} />
        <MessageRow message={text('Hello')} />
      </OwnCards>
    </Stage>,
  );
  expect(screen.getByRole('region', { name: 'Order 4711' })).toBeVisible();
  expect(screen.queryByText(/orders/)).toBeNull();
  expect(screen.getByText('Hello')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel it' }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith(order, {
    type: 'postback',
    text: 'Cancel it',
    payload: '4711',
  });
});
