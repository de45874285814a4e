import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { openDoor, signIn } from './support/openDesk.tsx';
import { json } from './support/scriptedServer.ts';
import type { ScriptedServer } from './support/scriptedServer.ts';

const element = {
  channelProviderId: 'element-1',
  name: 'Shop connector',
  kind: 'messaging',
  hostName: 'chat.example.com',
  callbackUrl: 'https://chat.example.com/hooks',
};
const integration = {
  integrationId: 'integration-1',
  name: 'Shop',
  kind: 'messaging',
  channelProviderId: 'element-1',
  media: ['messaging'],
  workflow: 'queue-agent',
  requiredAttributes: [],
  rules: [],
  alertSeconds: 20,
  enabled: true,
};

async function openAdmin(): Promise<ScriptedServer> {
  const server = openDoor();
  server.answer('POST /desk/v1/sign-in', () => json({ status: 401 }, 401));
  server.answer('POST /admin/v1/sign-in', () => json({ token: 'secret', expiresAt: '2026-01-01T12:00:00Z' }));
  server.answer('GET /admin/v1/integrations', () => json([]));
  server.answer('GET /admin/v1/connector-elements', () => json([element]));
  server.answer('GET /admin/v1/applications', () => json([]));
  server.answer('GET /admin/v1/agents', () => json([]));
  await signIn();
  await screen.findByRole('heading', { name: 'Integrations' });
  return server;
}

async function goTo(section: string, add: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: section }));
  await userEvent.click(await screen.findByRole('button', { name: add }));
}

test('an integration is made, and its id can be copied', async () => {
  const server = await openAdmin();
  server.answer('POST /admin/v1/integrations', () => json(integration, 201));
  await userEvent.click(await screen.findByRole('button', { name: 'New integration' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Shop');
  await screen.findByRole('option', { name: 'Shop connector' });
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Connector element' }),
    'Shop connector',
  );
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Workflow' }), 'Queue, then agent');
  await userEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'When' }), 'page=checkout, tier=gold');
  server.answer('GET /admin/v1/integrations', () => json([integration]));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('textbox', { name: 'Integration id' })).toHaveValue('integration-1');
  expect(screen.getByRole('button', { name: 'Copy Integration id' })).toBeVisible();
  expect(screen.getByText('Saved.')).toBeVisible();
  const made = server.calls.find((each) => each.line === 'POST /admin/v1/integrations');
  expect(made?.body).toMatchObject({
    name: 'Shop',
    kind: 'messaging',
    channelProviderId: 'element-1',
    workflow: 'queue-agent',
    rules: [{ when: { page: 'checkout', tier: 'gold' } }],
  });
  const list = screen.getByRole('region', { name: 'Integrations' });
  expect(await within(list).findByText('Shop')).toBeVisible();
});

test('on a phone the editor stands in the place of the list, and the way back leads to where one was', async () => {
  await page.viewport(390, 720);
  onTestFinished(() => page.viewport(800, 720));
  await openAdmin();
  const add = await screen.findByRole('button', { name: 'New integration' });
  await userEvent.click(add);
  await screen.findByRole('textbox', { name: 'Name' });
  expect(screen.queryByRole('region', { name: 'Integrations' })).toBeNull();
  const editor = within(screen.getByRole('region', { name: 'New integration' }));
  const back = editor.getByRole('button', { name: 'Integrations' });
  await waitFor(() => expect(back).toHaveFocus());
  await userEvent.click(back);
  await waitFor(() => expect(add).toHaveFocus());
  expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
});

test('what is missing is said at its field, and nothing is sent', async () => {
  const server = await openAdmin();
  await userEvent.click(await screen.findByRole('button', { name: 'New integration' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const name = screen.getByRole('textbox', { name: 'Name' });
  await waitFor(() => expect(name).toBeInvalid());
  expect(name).toHaveAccessibleDescription('This is needed.');
  expect(screen.getByRole('combobox', { name: 'Connector element' })).toBeInvalid();
  expect(server.calls.filter((each) => each.line.startsWith('POST /admin/v1/integrations'))).toEqual([]);
});

test('what the contact centre refuses is said at its field, and what was typed stays', async () => {
  const server = await openAdmin();
  const violations = [{ field: 'callbackUrl', message: 'must be https', code: 20006 }];
  server.answer('POST /admin/v1/connector-elements', () => json({ status: 400, violations }, 400));
  await goTo('Connector elements', 'New connector element');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Second');
  await userEvent.type(screen.getByRole('textbox', { name: 'Host name' }), 'chat.example.com');
  const callback = screen.getByRole('textbox', { name: 'Callback address' });
  await userEvent.type(callback, 'http://chat.example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(callback).toBeInvalid());
  expect(callback).toHaveValue('http://chat.example.com');
});

test('an application shows its secret once, and says so', async () => {
  const server = await openAdmin();
  const made = {
    applicationId: 'app-1',
    name: 'Shop',
    clientId: 'client-1',
    appkey: 'key-1',
    clientSecret: 's3cret',
  };
  server.answer('POST /admin/v1/applications', () => json(made, 201));
  await goTo('Applications', 'New application');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Shop');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('textbox', { name: 'Client secret' })).toHaveValue('s3cret');
  expect(screen.getByText(/Shown only once/)).toBeVisible();
});

test('a name that is taken is said in words', async () => {
  const server = await openAdmin();
  server.answer('POST /admin/v1/agents', () => json({ status: 409 }, 409));
  await goTo('Agents', 'New agent');
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Ann');
  await userEvent.type(screen.getByRole('textbox', { name: 'User' }), 'ann');
  await userEvent.type(screen.getByLabelText('Password'), 'password1');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('This is taken or still in use.')).toBeVisible();
});
