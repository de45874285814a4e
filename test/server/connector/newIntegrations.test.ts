import { afterEach, expect, test } from 'vitest';
import type { IntegrationOptions } from '../../../src/server/connector/index.ts';
import { createKit, stopAll, type Kit } from './kit.ts';

afterEach(stopAll);

const OLD: IntegrationOptions = { id: 'old', kind: 'messaging', channelProviderId: 'old-provider' };

const subscriptionsFor = (kit: Kit, provider: string): number =>
  kit.seen.filter(
    ({ method, path, body }) =>
      method === 'POST' && path.endsWith('/subscriptions') && body.channelProviderId === provider,
  ).length;

/** A connector whose list is kept elsewhere. */
async function begun(first: readonly IntegrationOptions[]) {
  let list = first;
  let isBroken = false;
  let held: Promise<void> | undefined;
  const integrations = async (): Promise<readonly IntegrationOptions[]> => {
    await held;
    if (isBroken) throw new RangeError('The list cannot be read');
    return list;
  };
  const kit = await createKit({ connector: { integrations } });
  const added = { id: kit.ids.messaging, kind: 'messaging', channelProviderId: kit.ids.messagingElement };
  return {
    kit,
    add: () => void (list = [...first, { ...added, kind: 'messaging' }]),
    damage: () => void (isBroken = true),
    /** Lets readings wait until what it gives back is called. */
    hold: (): (() => void) => {
      let go: () => void = () => undefined;
      held = new Promise((resolve) => (go = resolve));
      return go;
    },
  };
}

test('a chat arrives on an integration that was added while the connector ran, and its callbacks find the way back', async () => {
  const { kit, add } = await begun([OLD]);
  const person = await kit.person();
  await expect(person.begin()).rejects.toThrow();
  add();
  await kit.settle(1000);
  await person.begin();
  expect(subscriptionsFor(kit, kit.ids.messagingElement)).toBe(1);
  await (await kit.person({ sub: 'guest-2' })).begin();
  expect(subscriptionsFor(kit, kit.ids.messagingElement)).toBe(1);
  const sent = await person.say(person.engagementId(), 'Hello there');
  await kit.settle();
  const ada = await kit.agent('ada');
  await kit.settle();
  const { body } = await ada('GET', '/snapshot');
  expect(sent).toBeDefined();
  expect(body.alerts).toHaveLength(1);
});

test('the integrations of a list are served again after a restart, also those added meanwhile', async () => {
  const { kit, add } = await begun([OLD]);
  add();
  await kit.settle(1000);
  const person = await kit.person();
  await person.begin();
  kit.kill();
  await kit.restart();
  await person.say(person.engagementId(), 'after the restart');
  await kit.settle();
  expect(kit.seen.some(({ path, method }) => method === 'POST' && path.includes('/messages'))).toBe(true);
});

test('a list that can no longer be read leaves the last one in force', async () => {
  const { kit, add, damage } = await begun([OLD]);
  add();
  await kit.settle(1000);
  await (await kit.person()).begin();
  damage();
  await kit.settle(1000);
  await (await kit.person({ sub: 'guest-2' })).begin();
  await expect((await kit.person({ integrationId: 'none' })).begin()).rejects.toThrow();
  expect(kit.lines.filter((line) => line.includes('The list cannot be read'))).toHaveLength(1);
});

test('a callback that comes while the connector starts waits for the list instead of being skipped as none of ours', async () => {
  const { kit, add, hold } = await begun([OLD]);
  add();
  await kit.settle(1000);
  const person = await kit.person();
  await person.begin();
  const id = person.engagementId();
  kit.kill();
  const go = hold();
  const restarting = kit.restart();
  const answer = kit.hook({
    eventType: 'MESSAGES',
    accountId: 'ABCDEF',
    eventDate: '2026-01-01T00:01:00.000Z',
    messageId: 'm-1',
    dialogId: 'd-1',
    engagementId: 'e-1',
    status: 'DELIVERED',
    channelId: 'Messaging',
    channelProviderId: kit.ids.messagingElement,
    providerDialogId: id,
    senderParticipantId: 'agent-1',
    senderParticipantName: 'Ada',
    senderParticipantType: 'AGENT',
    sessionId: null,
    attachments: [],
    customData: {},
    body: { elementType: 'text', elementText: { text: 'early', textFormat: 'PLAINTEXT' } },
  });
  await kit.settle();
  go();
  await restarting;
  expect((await answer).status).toBe(200);
  const { entries } = await person.history(id);
  expect(entries.some((entry) => entry.type === 'MESSAGE_ARRIVED')).toBe(true);
});
