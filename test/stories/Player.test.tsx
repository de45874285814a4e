import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { agent, customer } from '../../src/testing/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';
import { Player } from '../../stories/player/Player.tsx';
import { scenarioTape } from '../../stories/player/scenarioTape.ts';
import { violations } from '../support/violations.ts';

const PATIENCE = { timeout: 30_000 };
const SCRIPT = [customer.says('Anybody there?'), agent.accepts(), agent.says('Ada here'), agent.ends()];

/** A row may be drawn anew while it takes its place. */
const isSaid = () => waitFor(() => expect(screen.getByText('Ada here')).toBeVisible(), PATIENCE);

async function open() {
  const { container, unmount } = render(
    <ThemeRoot colorScheme="light" style={{ background: 'white' }}>
      <Player tape={scenarioTape(SCRIPT)} title="A short one" lead="Two words and an end." />
    </ThemeRoot>,
  );
  const player = within(await screen.findByRole('region', { name: 'Player' }, PATIENCE));
  const chat = await screen.findByRole('region', { name: 'Chat' }, PATIENCE);
  const scrubber = player.getByRole('slider', { name: 'Place on the tape' });
  const steps = player.getAllByRole('listitem').map((item) => within(item).getByRole('button'));
  const isAt = (words: RegExp) =>
    waitFor(() => expect(scrubber).toHaveAttribute('aria-valuetext', expect.stringMatching(words)), PATIENCE);
  return { user: userEvent.setup(), container, unmount, player, chat, scrubber, steps, isAt };
}

test('what a step does is in the chat, forth and back, and the step is marked', async () => {
  const { user, steps, isAt } = await open();
  expect(screen.queryByText('Ada here')).toBeNull();
  const [, , third, fourth] = steps;
  if (!third || !fourth) throw new Error('There are four steps');
  await user.click(third);
  await isAt(/step 3 of 4: Agent “Ada here”$/);
  await isSaid();
  expect(third).toHaveAttribute('aria-current', 'step');
  await user.keyboard('j');
  await isAt(/step 2 of 4/);
  await waitFor(() => expect(screen.queryByText('Ada here')).toBeNull(), PATIENCE);
  expect(third).not.toHaveAttribute('aria-current');
  await user.keyboard('ll');
  await isAt(/step 4 of 4: Agent ends the conversation$/);
  await isSaid();
}, 60_000);

test('it is played and paused by its button, and by K wherever the focus is in the player', async () => {
  const { user, player } = await open();
  await user.selectOptions(player.getByRole('combobox', { name: 'Speed' }), '8×');
  await user.click(player.getByRole('button', { name: 'Play' }));
  await isSaid();
  // It has come to its end by itself, or is stopped on the way.
  const pause = player.queryByRole('button', { name: 'Pause' });
  if (pause) await user.keyboard('k');
  await player.findByRole('button', { name: 'Play' }, PATIENCE);
}, 60_000);

test('the device goes by the clock of the tape, and by its own when the player is gone', async () => {
  const before = Date.now();
  const { scrubber, isAt, unmount } = await open();
  fireEvent.input(scrubber, { target: { value: '1000' } });
  await isAt(/step 1 of 4/);
  const { toISOString } = Date.prototype;
  await waitFor(() => expect(toISOString.call(new Date(Date.now()))).toBe('2026-11-21T14:05:00.200Z'));
  unmount();
  await waitFor(() => expect(Date.now()).toBeGreaterThanOrEqual(before), PATIENCE);
}, 60_000);

test('the player is accessible', async () => {
  const { container, isAt, scrubber } = await open();
  fireEvent.input(scrubber, { target: { value: '9000' } });
  await isAt(/step 4 of 4/);
  expect(await violations(container)).toEqual([]);
}, 60_000);
