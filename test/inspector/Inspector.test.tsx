import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { createTrace, Inspector, mountInspector } from '../../src/inspector/index.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';

import { createFakeChatClient, NOON_MS, wireEngagement } from '../support/fakeChatClient.ts';
import { arrived } from '../support/chatEntries.ts';
import { violations } from '../support/violations.ts';

async function opened() {
  const clock = createSimulatedClock(NOON_MS);
  const client = createFakeChatClient();
  const trace = createTrace(clock);
  trace.watch(client);
  await client.start();
  await client.send(wireEngagement().engagementId, { body: { type: 'text', text: 'My number is 4711' } });
  client.emit(arrived(1, 'Hello'));
  await Promise.resolve();
  return { clock, client, trace };
}

const part = (name: string) => within(screen.getByRole('region', { name }));

test('it shows the line, the outbox, the timers and the events', async () => {
  const { client, trace } = await opened();
  const { container } = render(<Inspector trace={trace} />);
  expect(part('Line').getByText('connected')).toBeVisible();
  expect(part('Line').getByText('session')).toBeVisible();
  expect(part('Line').getByText('engagement-0')).toBeVisible();
  expect(part('Line').getByText('epoch')).toBeVisible();
  expect(part('Line').getByText('leads')).toBeVisible();
  expect(part('Outbox').getByRole('row', { name: /own-1 waiting/ })).toBeVisible();
  expect(part('Events').getByText('ENTRY')).toBeVisible();
  await act(async () => {
    client.emit({ type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 30_000 });
    await Promise.resolve();
  });
  expect(await part('Timers').findByText('in 0:30')).toBeVisible();
  expect(await violations(container)).toEqual([]);
});

test('a timer runs down with the clock', async () => {
  const { client, clock, trace } = await opened();
  client.emit({ type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 30_000 });
  await Promise.resolve();
  render(<Inspector trace={trace} />);
  // The panel's own clock runs once its effect has set it.
  await expect.poll(() => clock.pending).toBe(1);
  act(() => clock.advance(5_000));
  expect(await part('Timers').findByText('in 0:25')).toBeVisible();
});

test('events are filtered by what they say, and copied without texts and tokens', async () => {
  const { trace } = await opened();
  const onCopy = vi.fn<(json: string) => void>();
  render(<Inspector trace={trace} onCopy={onCopy} />);
  const events = part('Events');
  await userEvent.type(events.getByRole('searchbox', { name: 'Filter events' }), 'message_queued');
  expect(events.getAllByRole('listitem')).toHaveLength(1);
  await userEvent.click(events.getByRole('button', { name: 'Copy as JSON' }));
  expect(await events.findByText('Copied 1 event')).toBeVisible();
  expect(onCopy.mock.lastCall?.[0]).toContain('MESSAGE_QUEUED');
  expect(onCopy.mock.lastCall?.[0]).not.toContain('4711');
  await userEvent.click(events.getByRole('checkbox', { name: 'With texts and names' }));
  await userEvent.click(events.getByRole('button', { name: 'Copy as JSON' }));
  expect(onCopy.mock.lastCall?.[0]).toContain('4711');
});

test('that it could not be copied is said', async () => {
  const { trace } = await opened();
  render(<Inspector trace={trace} onCopy={() => Promise.reject(new Error('no'))} />);
  await userEvent.click(screen.getByRole('button', { name: 'Copy as JSON' }));
  expect(await screen.findByText('The browser did not let it be copied')).toBeVisible();
});

test('on any page it is a button that opens the panel; Escape closes it and gives the focus back', async () => {
  const { trace } = await opened();
  const mounted = mountInspector(trace);
  const root = mounted.host.shadowRoot;
  if (!root) throw new Error('no shadow root');
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  await expect.poll(() => find('button')?.textContent).toBe('Open the chat inspector');
  find('button')?.focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => find('h2')?.textContent).toBe('Chat inspector');
  expect(find('button')?.getAttribute('aria-expanded')).toBe('true');
  find('input')?.focus();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => find('h2')).toBe(null);
  expect(root.activeElement).toBe(find('button'));
  mounted.remove();
  expect(document.body.contains(mounted.host)).toBe(false);
});
