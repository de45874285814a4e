import { render, screen, waitFor } from '@testing-library/react';
import type { ActionButtonsProps } from '../../../src/components/index.ts';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import {
  ActionButtons,
  Carousel,
  FileAttachment,
  ImageAttachment,
  LinkCard,
} from '../../../src/components/index.ts';
import { picture } from '../../../stories/components/conversation.ts';
import { Stage } from '../../support/describeConformance.tsx';

test('links open, everything else is told', async () => {
  const onAction = vi.fn<NonNullable<ActionButtonsProps['onAction']>>();
  render(
    <ActionButtons
      onAction={onAction}
      actions={[
        { type: 'postback', text: 'Track', payload: 'T' },
        { type: 'link', text: 'Hours', uri: 'https://shop.example' },
        { type: 'link', text: 'Trap', uri: 'javascript:alert(1)' },
      ]}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Track' }));
  expect(onAction).toHaveBeenCalledExactlyOnceWith({ type: 'postback', text: 'Track', payload: 'T' });
  expect(screen.getByRole('link', { name: /Hours/ })).toHaveAttribute('href', 'https://shop.example/');
  expect(screen.queryByRole('link', { name: /Trap/ })).toBeNull();
});

test('a link card with an address that is not safe leads nowhere', () => {
  render(<LinkCard url="javascript:alert(1)" heading="Trap" />);
  expect(screen.queryByRole('link')).toBeNull();
  expect(document.querySelector('svg')).toBeNull();
});

test('a file name turned by marks shows its true ending apart', () => {
  render(<FileAttachment name={'photo\u202Egnp.exe'} sizeBytes={1} href="https://x.example/f" />);
  expect(screen.getByText('.exe')).toBeVisible();
  expect(screen.getByText('photognp')).toBeVisible();
});

test('a picture keeps its room before it loads and when it never does', async () => {
  const { container, rerender } = render(
    <ImageAttachment name="a.png" src={undefined} width={200} height={100} />,
  );
  const height = (): number => container.firstElementChild?.getBoundingClientRect().height ?? 0;
  expect(height()).toBeCloseTo(100, 0);
  rerender(<ImageAttachment name="a.png" src={picture(200, 100, 10)} width={200} height={100} />);
  await waitFor(() => expect(container.querySelector('img')?.complete).toBe(true));
  expect(height()).toBeCloseTo(100, 0);
});

test('the arrows of a carousel go on and back, and stop at the ends', async () => {
  const items = ['A', 'B', 'C', 'D'].map((title) => ({ title, actions: [] }));
  render(
    <Stage>
      <div style={{ inlineSize: 320 }}>
        <Carousel items={items} />
      </div>
    </Stage>,
  );
  const next = screen.getByRole('button', { name: 'Next card' });
  const previous = screen.getByRole('button', { name: 'Previous card' });
  expect(previous).toHaveAttribute('aria-disabled', 'true');
  await userEvent.click(next);
  await waitFor(() => expect(previous).toHaveAttribute('aria-disabled', 'false'));
  expect(screen.getByRole('group', { name: '2 of 4' })).toBeVisible();
});
