import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { violations } from '../support/violations.ts';
import { AT, alert, ann, details, engagement, message } from './support/fixtures.ts';
import { openDesk, openDoor, signIn } from './support/openDesk.tsx';
import { json, settle } from './support/scriptedServer.ts';
import type { ScriptedServer } from './support/scriptedServer.ts';

const two = [
  details(engagement('a', { customerName: 'Cora Client' }), [message(1, 'Hello there')]),
  details(engagement('b', { customerName: 'Dan Doe' }), [message(1, 'Good evening')]),
];
// What fades in is in the document before it can be seen: such things are found, not looked at.
const linesOf = (server: ScriptedServer): string[] => server.calls.map((each) => each.line);

test('an alert is seen, announced, put in the title, and Enter takes it to the message field', async () => {
  const server = await openDesk();
  server.push('life-2', { type: 'alert', alert: alert('a') });
  await screen.findByRole('button', { name: 'Accept' });
  expect(await screen.findByText(/Incoming conversation: Cora Client, Shop/)).toBeInTheDocument();
  expect(document.title).toContain('Cora Client');
  server.answer('POST /desk/v1/alerts/a/accept', () => json(details(engagement('a'), [message(1, 'Help')])));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus());
  expect(within(screen.getByRole('log', { name: 'Messages' })).getByText('Help')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
});

test('Escape declines', async () => {
  const server = await openDesk();
  server.push('life-2', { type: 'alert', alert: alert('a') });
  await screen.findByRole('button', { name: 'Decline' });
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(linesOf(server)).toContain('POST /desk/v1/alerts/a/decline'));
  expect(screen.queryByRole('button', { name: 'Decline' })).not.toBeInTheDocument();
});

test('an alert that went to somebody else is told', async () => {
  const server = await openDesk();
  server.push('life-2', { type: 'alert', alert: alert('a') });
  await screen.findByRole('button', { name: 'Accept' });
  server.push('life-3', { type: 'alert-withdrawn', id: 'a', reason: 'unanswered' });
  await screen.findByText(/You missed Cora Client/);
});

test('J and K walk through the conversations, but not while one writes', async () => {
  await openDesk({ engagements: two });
  const shown = (): string | null =>
    within(screen.getByRole('region', { name: 'Conversation' })).getByRole('heading', { level: 2 })
      .textContent;
  await screen.findByRole('heading', { level: 2, name: 'Cora Client' });
  await userEvent.keyboard('j');
  await waitFor(() => expect(shown()).toBe('Dan Doe'));
  await userEvent.keyboard('k');
  await waitFor(() => expect(shown()).toBe('Cora Client'));
  const box = screen.getByRole('textbox', { name: 'Message' });
  await userEvent.type(box, 'jk');
  expect(box).toHaveValue('jk');
  expect(shown()).toBe('Cora Client');
});

test('a draft waits in its conversation', async () => {
  await openDesk({ engagements: two });
  await userEvent.type(await screen.findByRole('textbox', { name: 'Message' }), 'half a sen');
  await userEvent.keyboard('{Escape}j');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue(''));
  await userEvent.keyboard('k');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('half a sen'));
});

test('a slash opens the canned answers, which are filtered, walked and taken by key', async () => {
  await openDesk({ engagements: two });
  await screen.findByRole('textbox', { name: 'Message' });
  await userEvent.keyboard('/');
  await screen.findByRole('listbox', { name: 'Canned answers' });
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Message' })).toHaveFocus());
  await userEvent.keyboard('order');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue(
    'Could you tell me your order number, please?',
  );
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
});

test('Ctrl+Enter sends, then ends', async () => {
  const server = await openDesk({ engagements: two });
  server.answer('POST /desk/v1/engagements/a/messages', () =>
    json(message(2, 'Goodbye', { senderType: 'AGENT', senderName: ann.name }), 201),
  );
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Message' }),
    'Goodbye{Control>}{Enter}{/Control}',
  );
  await waitFor(() => expect(linesOf(server)).toContain('POST /desk/v1/engagements/a/end'));
  const lines = linesOf(server);
  expect(lines.indexOf('POST /desk/v1/engagements/a/messages')).toBeLessThan(
    lines.indexOf('POST /desk/v1/engagements/a/end'),
  );
});

test('what could not be sent stays, and is not left behind in a closed conversation', async () => {
  const server = await openDesk({ engagements: two });
  server.answer('POST /desk/v1/engagements/a/messages', () => Promise.reject(new TypeError('offline')));
  await userEvent.type(
    await screen.findByRole('textbox', { name: 'Message' }),
    'Goodbye{Control>}{Enter}{/Control}',
  );
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  expect(linesOf(server)).not.toContain('POST /desk/v1/engagements/a/end');
});

test('the customer who leaves closes the card and locks the composer', async () => {
  const server = await openDesk({ engagements: two });
  await screen.findByRole('textbox', { name: 'Message' });
  const closed = engagement('a', { phase: 'closed', endedBy: 'customer', endedAt: AT });
  server.push('life-2', { type: 'engagement-updated', engagement: closed });
  expect(await screen.findByText('Cora Client has left. The conversation is closed.')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'Message' })).not.toBeInTheDocument();
});

test('a conversation goes to an agent who is ready', async () => {
  const server = await openDesk({ engagements: two });
  await userEvent.click(await screen.findByRole('button', { name: 'Transfer' }));
  await userEvent.click(screen.getByRole('button', { name: /Ben Baker/ }));
  await waitFor(() =>
    expect(server.calls.at(-1)).toEqual({
      line: 'POST /desk/v1/engagements/a/transfer',
      body: { to: { kind: 'agent', agentId: 'agent-ben' } },
    }),
  );
});

test('an earlier conversation can be read, and a failure to load it tried again', async () => {
  const past = engagement('old', { phase: 'closed', lastMessage: message(1, 'Last time') });
  const server = await openDesk({ engagements: [details(engagement('a'), [message(1, 'Hello')], [past])] });
  server.answer('GET /desk/v1/engagements/old', () => json({ status: 500 }, 500));
  // The window of the tests is narrow: the customer's column waits behind a button.
  await userEvent.click(await screen.findByRole('button', { name: 'Details' }));
  const customer = await screen.findByRole('region', { name: 'Customer' });
  await userEvent.click(await within(customer).findByRole('button', { name: /Last time/ }));
  const sheet = await screen.findByRole('dialog');
  const again = await within(sheet).findByRole('button', { name: 'Try again' });
  server.answer('GET /desk/v1/engagements/old', () => json(details(past, [message(1, 'Last time')])));
  await userEvent.click(again);
  const log = await within(sheet).findByRole('log', { name: 'Messages' });
  const words = await within(log).findByText('Last time');
  await waitFor(() => expect(words).toBeVisible());
});

test('the status is a switch', async () => {
  const server = await openDesk();
  const away = { ...ann, state: 'away' };
  server.answer('PUT /desk/v1/state', () => json(away));
  const status = await screen.findByRole('switch', { name: 'Status Ready' });
  await waitFor(() => expect(status).toBeChecked());
  await userEvent.click(status);
  await waitFor(() => expect(status).not.toBeChecked());
  // Whoever speaks to the computer says what stands there.
  expect(status).toHaveAccessibleName('Status Away');
  expect(screen.getByText(/You are away: nothing rings here/)).toBeVisible();
});

test('the question mark shows the keys', async () => {
  await openDesk();
  await userEvent.keyboard('?');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
});

test('a lost line is said, with a way to try at once', async () => {
  const server = await openDesk();
  server.refuseStreams('unreachable');
  server.cut();
  // The line is tried again all the time, and each try is said.
  await waitFor(() => expect(screen.getByText('The line to the contact centre is down.')).toBeVisible());
  server.refuseStreams(undefined);
  // It may come back by itself between two looks.
  const button = screen.queryByRole('button', { name: 'Try now' });
  if (button) await userEvent.click(button);
  await waitFor(() =>
    expect(screen.queryByText('The line to the contact centre is down.')).not.toBeInTheDocument(),
  );
});

test('assistive software finds nothing amiss on a busy desk', async () => {
  const server = await openDesk({ engagements: two });
  server.push('life-2', { type: 'alert', alert: alert('c') });
  await screen.findByRole('button', { name: 'Accept' });
  expect(await violations(document.body)).toEqual([]);
});

test('a desk with nothing on it has no empty lists, and what it tells is in its landmark', async () => {
  const server = await openDesk();
  server.push('life-2', { type: 'alert', alert: alert('a') });
  await screen.findByRole('button', { name: 'Accept' });
  server.push('life-3', { type: 'alert-withdrawn', id: 'a', reason: 'unanswered' });
  const main = screen.getByRole('main');
  expect(await within(main).findByText(/You missed Cora Client/)).toBeInTheDocument();
  server.refuseStreams('unreachable');
  server.cut();
  expect(await within(main).findByText('The line to the contact centre is down.')).toBeInTheDocument();
  const lists = [...main.querySelectorAll('ul, ol')];
  expect(lists.filter((list) => list.childElementCount === 0)).toEqual([]);
});

test('a dead sign-in leads back to the door, which says so', async () => {
  const server = await openDesk();
  server.refuseStreams(401);
  server.cut();
  expect(await screen.findByText(/Your sign-in has run out/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a wrong password is said, and nothing is kept in the browser', async () => {
  const server = openDoor();
  server.answer('POST /desk/v1/sign-in', () => json({ status: 401 }, 401));
  await signIn();
  expect(await screen.findByRole('alert')).toHaveTextContent('User or password is not right.');
  server.answer('POST /desk/v1/sign-in', () => json({ token: 'secret', expiresAt: AT, agent: ann }));
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByRole('region', { name: 'Queue' });
  await settle();
  expect(sessionStorage).toHaveLength(0);
  expect(localStorage).toHaveLength(0);
});

test('on a phone there is the list or the conversation, with a way back, and what rings is above both', async () => {
  await page.viewport(390, 720);
  onTestFinished(() => page.viewport(800, 720));
  const server = await openDesk({ engagements: two });
  expect(await screen.findByRole('heading', { level: 2, name: 'Cora Client' })).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Queue' })).not.toBeInTheDocument();
  server.push('life-2', { type: 'alert', alert: alert('c') });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Accept' })).toBeVisible());
  await userEvent.click(screen.getByRole('button', { name: 'All conversations' }));
  expect(screen.queryByRole('textbox', { name: 'Message' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /Dan Doe/ }));
  expect(await screen.findByRole('heading', { level: 2, name: 'Dan Doe' })).toBeVisible();
});
