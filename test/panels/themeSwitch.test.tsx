import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { ChatProps } from '../../src/panels/index.ts';
import { themes } from '../../src/theme/index.ts';
import { ANNA, arrived, came } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { tell } from '../support/tell.ts';
import { WholeChat } from '../support/WholeChat.tsx';

test('another theme, scheme, contrast or token changes the look and renders no row again', async () => {
  const client = createFakeChatClient();
  const saidBy = vi.fn<(name: string) => string>((name) => `${name} said:`);
  const kept: ChatProps = { overrides: { message: { saidBy } } };
  const page = (look: ChatProps) => <WholeChat client={client} {...kept} {...look} />;
  const { rerender, container } = render(page({ colorScheme: 'light' }));
  await act(async () => {});
  await tell(client, came(1, ANNA), arrived(2, 'Hi'), arrived(3, 'Hello'));
  const root = container.querySelector('[data-colloquy-theme]');
  const canvas = (): string => (root ? getComputedStyle(root).getPropertyValue('--cq-canvas') : '');
  expect(screen.getByRole('region', { name: 'Chat' })).toBeVisible();
  await screen.findByText('Hello');
  await waitFor(() => expect(saidBy).toHaveBeenCalled());
  saidBy.mockClear();
  const seen = new Set([canvas()]);
  for (const look of [
    { colorScheme: 'dark' },
    { colorScheme: 'dark', theme: themes.fjord },
    { colorScheme: 'light', theme: themes.signal, contrast: 'more' },
    {
      colorScheme: 'light',
      theme: themes.clay,
      tokens: { canvas: '#fffefa', density: '0.8', fontScale: '1.5' },
    },
  ] as const satisfies readonly ChatProps[]) {
    rerender(page(look));
    seen.add(canvas());
  }
  expect(seen.size).toBe(5);
  expect(saidBy).not.toHaveBeenCalled();
});
