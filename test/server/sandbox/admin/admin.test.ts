import { afterEach, expect, test } from 'vitest';
import {
  decodeAgentRecord,
  decodeConnectorElement,
  decodeIntegration,
  decodeNewApplication,
  decodePushConfiguration,
} from '../../../../src/protocol/desk/index.ts';
import { createKit, openChat, stopAll } from '../kit.ts';

afterEach(stopAll);

const element = { name: 'E', kind: 'chat', hostName: 'h.test', callbackUrl: 'https://h.test/cb' };

test('nothing exists at first but the administrator', async () => {
  const kit = await createKit({}, false);
  const wrong = { user: 'admin', password: 'wrong' };
  expect((await kit.call('POST', '/admin/v1/sign-in', wrong)).status).toBe(401);
  expect((await kit.call('GET', '/admin/v1/agents')).status).toBe(401);
  for (const kind of ['connector-elements', 'integrations', 'push-configurations', 'applications', 'agents'])
    expect(await kit.admin('GET', `/${kind}`)).toMatchObject({ status: 200, body: [] });
});

test('each save yields its id, and each kind can be read, replaced and deleted', async () => {
  const kit = await createKit({}, false);
  const { channelProviderId } = (await kit.admin('POST', '/connector-elements', element)).body;
  const integration = { name: 'I', kind: 'chat', channelProviderId };
  const push = { name: 'P', callbackUrl: 'https://p.test/', secret: 'secret-secret' };
  const agent = { user: 'eve', name: 'Eve', password: 'eve-password', attributes: ['gold'] };
  const kinds = [
    ['connector-elements', element, 'channelProviderId', decodeConnectorElement],
    ['integrations', integration, 'integrationId', decodeIntegration],
    ['push-configurations', push, 'configurationId', decodePushConfiguration],
    ['agents', agent, 'agentId', decodeAgentRecord],
  ] as const;
  for (const [path, body, idName, decoder] of kinds) {
    const made = await kit.admin('POST', `/${path}`, body);
    expect(made.status).toBe(201);
    expect(decoder(made.body)).toMatchObject({ ok: true });
    expect(JSON.stringify(made.body)).not.toMatch(/secret-secret|eve-password/);
    const one = `/${path}/${made.body[idName]}`;
    expect((await kit.admin('GET', one)).body).toEqual(made.body);
    const put = await kit.admin('PUT', one, { ...body, name: 'New' });
    expect(put).toMatchObject({ status: 200, body: { name: 'New', [idName]: made.body[idName] } });
    expect((await kit.admin('DELETE', one)).status).toBe(204);
    expect((await kit.admin('GET', one)).status).toBe(404);
    expect((await kit.admin('PUT', one, body)).status).toBe(404);
    expect((await kit.admin('DELETE', one)).status).toBe(404);
    expect((await kit.admin('POST', `/${path}`, {})).body.violations).toContainEqual(
      expect.objectContaining({ field: 'name', code: 20002 }),
    );
  }
});

test('an application’s secret is shown once, and works', async () => {
  const kit = await createKit({}, false);
  const made = await kit.admin('POST', '/applications', { name: 'A' });
  expect(decodeNewApplication(made.body)).toMatchObject({ ok: true });
  const one = `/applications/${made.body.applicationId}`;
  expect((await kit.admin('GET', one)).body).not.toHaveProperty('clientSecret');
  expect((await kit.admin('DELETE', one)).status).toBe(204);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: made.body.clientId,
    client_secret: made.body.clientSecret,
  });
  const path = '/api/auth/v1/ABCDEF/protocol/openid-connect/token';
  expect((await kit.call('POST', path, form, { appkey: made.body.appkey })).status).toBe(401);
});

test('what is in use, taken or does not fit is refused with words', async () => {
  const kit = await createKit();
  const { messagingElement, chatElement } = kit.ids;
  expect((await kit.admin('DELETE', `/connector-elements/${chatElement}`)).status).toBe(409);
  const second = { name: 'Second', kind: 'chat', channelProviderId: chatElement };
  expect((await kit.admin('POST', '/integrations', second)).status).toBe(409);
  const odd = { ...second, channelProviderId: messagingElement };
  expect((await kit.admin('POST', '/integrations', odd)).body.violations).toMatchObject([{ code: 20007 }]);
  const zone = { ...odd, kind: 'messaging', hours: { timeZone: 'Mars/Base', spans: [] } };
  expect((await kit.admin('POST', '/integrations', zone)).body.violations).toMatchObject([
    { field: 'hours.timeZone' },
  ]);
  const twin = { user: 'ADA', name: 'Twin', password: 'twin-password' };
  expect((await kit.admin('POST', '/agents', twin)).status).toBe(409);
  const plain = { ...element, callbackUrl: 'http://h.test/cb' };
  expect((await kit.admin('POST', '/connector-elements', plain)).body.violations).toMatchObject([
    { field: 'callbackUrl', code: 20006 },
  ]);
});

test('loopback callbacks are taken with the development switch only', async () => {
  const kit = await createKit({ allowLoopbackCallbacks: true }, false);
  const local = { ...element, callbackUrl: 'http://127.0.0.1:8080/cb' };
  expect((await kit.admin('POST', '/connector-elements', local)).status).toBe(201);
  const other = { ...element, callbackUrl: 'http://10.0.0.1/cb' };
  expect((await kit.admin('POST', '/connector-elements', other)).status).toBe(400);
});

test('a new integration takes a chat at once', async () => {
  const kit = await createKit();
  const { channelProviderId } = (await kit.admin('POST', '/connector-elements', element)).body;
  await kit.admin('POST', '/integrations', { name: 'New', kind: 'chat', channelProviderId });
  const ada = await kit.agent('ada');
  const { dialogId } = await openChat(kit, { channelProviderId });
  expect((await ada('GET', '/snapshot')).body.alerts).toMatchObject([
    { engagement: { id: dialogId, integrationName: 'New' } },
  ]);
});

test('a new password ends the agent’s old sign-in', async () => {
  const kit = await createKit();
  const ada = await kit.agent('ada');
  const path = `/agents/${kit.ids.agents['ada']}`;
  await kit.admin('PUT', path, { user: 'ada', name: 'Ada', password: 'another-password' });
  expect((await ada('GET', '/snapshot')).status).toBe(401);
});
