import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { recordSession } from '../../src/recording/index.ts';
import { ThemeRoot } from '../../src/theme/index.ts';
import { ReplayPage } from '../../stories/panels/replay/ReplayPage.tsx';
import { arrived } from '../support/chatEntries.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';
import { violations } from '../support/violations.ts';

const PATIENCE = { timeout: 30_000 };

/** A session in which somebody says so many words, one a second. */
async function fileOf(count: number): Promise<string> {
  const client = createFakeChatClient();
  await client.start();
  const clock = createSimulatedClock();
  const recording = recordSession(client, { clock });
  for (let seq = 1; seq <= count; seq++) {
    clock.advance(1_000);
    client.emit(arrived(seq, 'word '.repeat(seq).trim()));
  }
  return JSON.stringify(recording.log());
}

async function open() {
  const { container } = render(
    <ThemeRoot colorScheme="light" style={{ background: 'white' }}>
      <ReplayPage file={await fileOf(2)} />
    </ThemeRoot>,
  );
  const scrubber = await screen.findByRole('slider', { name: 'Place on the tape' }, PATIENCE);
  await screen.findByRole('region', { name: 'Chat' }, PATIENCE);
  return { user: userEvent.setup(), container, scrubber };
}

const isSaid = (text: string) => waitFor(() => expect(screen.getByText(text)).toBeVisible(), PATIENCE);

test('a report is shown in the chat at its moments, forth and back', async () => {
  const { scrubber } = await open();
  fireEvent.input(scrubber, { target: { value: '2000' } });
  await isSaid('xxxx xxxx');
  fireEvent.input(scrubber, { target: { value: '1000' } });
  await waitFor(() => expect(screen.queryByText('xxxx xxxx')).toBeNull(), PATIENCE);
  await isSaid('xxxx');
}, 60_000);

test('one’s own log takes its place; a file that is none takes nothing away and says why', async () => {
  const { user } = await open();
  const picker = screen.getByLabelText('Open a log');
  await user.upload(picker, new File([await fileOf(3)], 'mine.json', { type: 'application/json' }));
  await screen.findByText('mine.json', {}, PATIENCE);
  const steps = await screen.findByRole('list', { name: 'Steps' }, PATIENCE);
  await waitFor(() => expect(within(steps).getAllByRole('listitem')).toHaveLength(4), PATIENCE);
  await user.upload(picker, new File(['{}'], 'other.json', { type: 'application/json' }));
  expect(await screen.findByRole('alert', {}, PATIENCE)).toHaveTextContent(
    'other.json: This is JSON, but not the log of a session.',
  );
  expect(screen.getByText('mine.json')).toBeVisible();
}, 60_000);

test('a log can be dropped', async () => {
  await open();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([await fileOf(1)], 'dropped.json', { type: 'application/json' }));
  fireEvent(
    screen.getByText('report.json'),
    new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }),
  );
  expect(await screen.findByText('dropped.json', {}, PATIENCE)).toBeVisible();
}, 60_000);

test('the page is accessible', async () => {
  const { container } = await open();
  expect(await violations(container)).toEqual([]);
}, 60_000);
