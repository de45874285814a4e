import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { Launcher } from '../../src/components/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { WholeChat } from '../support/WholeChat.tsx';

/** A thumb's target, CSS px. */
const THUMB_PX = 44;

beforeEach(async () => {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 5 });
});
afterEach(async () => {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false });
});

test('by touch the launcher, send, close and what is asked are at least 44 px either way', async () => {
  expect(matchMedia('(pointer: coarse)').matches).toBe(true);
  render(
    <>
      <ThemeRoot>
        <Launcher />
      </ThemeRoot>
      <WholeChat client={createFakeChatClient()} onMinimize={() => {}} />
    </>,
  );
  await act(async () => {});
  const chat = within(screen.getByRole('region', { name: 'Chat' }));
  await userEvent.type(chat.getByRole('textbox', { name: 'Message' }), 'Hello');
  await chat.findByRole('button', { name: 'Send message' });
  // Without what a button is scaled by as it comes.
  const small = screen
    .getAllByRole('button')
    .filter(({ offsetWidth, offsetHeight }) => Math.min(offsetWidth, offsetHeight) < THUMB_PX);
  expect(small.map((button) => button.getAttribute('aria-label'))).toEqual([]);
});
