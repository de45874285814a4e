import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEngagement } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, EVENTS, thrownBy, type Page, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

async function chat(page: Page): Promise<ChatEngagement> {
  const made = await page.outcome(page.sdk.createEngagement());
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

/** axp.md 1.8: the fields of each payload and their types. */
const ENGAGEMENT = { engagementId: String, dialogId: String, eventDate: Date };
const MESSAGE = {
  ...ENGAGEMENT,
  messageId: String,
  body: Object,
  messageIndex: Number,
  receivedAt: Date,
  lastUpdatedAt: Date,
  senderParticipant: Object,
};
const SHAPES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ENGAGEMENT_ACTIVE: ENGAGEMENT,
  ENGAGEMENT_TERMINATED: ENGAGEMENT,
  PARTICIPANT_ADDED: { ...ENGAGEMENT, participant: Object },
  PARTICIPANT_DISCONNECTED: { ...ENGAGEMENT, participant: Object },
  MESSAGE_ARRIVED: MESSAGE,
  MESSAGE_DELIVERED: MESSAGE,
  EVENT_STREAM_CONNECTING: { eventDate: Date },
  EVENT_STREAM_CONNECTED: { eventDate: Date },
  EVENT_STREAM_FAILED: { eventDate: Date, message: String, reason: String, retryAfter: Number },
  EVENT_STREAM_CLOSED: { eventDate: Date },
  INITIALIZED: { displayName: String, engagements: Array },
  SHUTDOWN: { eventDate: Date, reason: String },
  TOKEN_EXPIRY_REMINDER: { eventDate: Date, expiryDate: Date },
  TOKEN_EXPIRED: { expiredDate: Date },
  IDLE_TIMEOUT_EXPIRED: { eventDate: Date, gracePeriod: Number },
};

const typeOf = (value: unknown): unknown => Object(value).constructor;

describe('1.8 the payloads', () => {
  /** A day in the life of a page: everything but ENGAGEMENT_ERROR happens. */
  async function live(): Promise<Page> {
    const page = stage.page();
    await page.init({ idleTimeout: 3300 });
    const agent = await stage.center.agent();
    const one = await chat(page);
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    await agent.says('Hi, I am Ada');
    await agent.ends();
    await stage.center.settle();
    stage.center.faults.dropLine();
    await stage.center.advance(910_000, 5000);
    await page.outcome(page.sdk.shutdown());
    const idle = stage.page();
    await idle.init();
    await stage.center.advance(400_000, 5000);
    page.told.push(
      ...idle
        .of('IDLE_TIMEOUT_EXPIRED')
        .map((payload) => ({ name: 'IDLE_TIMEOUT_EXPIRED' as const, payload })),
    );
    return page;
  }

  test('of every event but one have exactly the fields of the table', async () => {
    const page = await live();
    const shapes = Object.fromEntries(
      page.told.map(({ name, payload }) => [
        name,
        Object.fromEntries(Object.entries(payload).map(([field, value]) => [field, typeOf(value)])),
      ]),
    );
    expect(shapes).toEqual(SHAPES);
    expect(Object.keys(SHAPES).toSorted()).toEqual(
      EVENTS.filter((name) => name !== 'ENGAGEMENT_ERROR').toSorted(),
    );
  });
});

describe('1.8 ENGAGEMENT_ERROR', () => {
  test('a chat that the contact centre could not begin: type, title and detail, and then it is over', async () => {
    const page = stage.page();
    await page.init();
    await stage.center.enable(stage.center.chatIntegrationId, false);
    const one = await page.outcome(page.sdk.createEngagement());
    if ('code' in one) throw new Error(one.code);
    await stage.center.settle();
    expect(page.of('ENGAGEMENT_ERROR')).toEqual([
      {
        engagementId: one.engagementId,
        dialogId: one.dialogId,
        eventDate: expect.any(Date),
        type: 'ENGAGEMENT_CREATION_FAILED',
        title: 'Engagement creation failed',
        detail: 'The integration is disabled.',
      },
    ]);
    expect(one.engagementStatus).toBe('TERMINATED');
    await stage.center.enable(stage.center.chatIntegrationId, true);
  });
});

describe('1.8 when they come', () => {
  test('CONNECTING and CONNECTED once during init, before INITIALIZED', async () => {
    const page = stage.page();
    await page.init();
    expect(page.names()).toEqual(['EVENT_STREAM_CONNECTING', 'EVENT_STREAM_CONNECTED', 'INITIALIZED']);
  });

  test('a new chat tells that it is active and who is in it', async () => {
    const page = stage.page();
    await page.init();
    await chat(page);
    expect(page.names().slice(3, 5)).toEqual(['ENGAGEMENT_ACTIVE', 'PARTICIPANT_ADDED']);
    expect(page.of('PARTICIPANT_ADDED')[0]).toMatchObject({ participant: { participantType: 'CUSTOMER' } });
  });

  test('an agent comes, speaks and goes', async () => {
    const page = stage.page();
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat(page);
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    await agent.says('Hi');
    await agent.ends();
    await stage.center.settle();
    const agents = (name: 'PARTICIPANT_ADDED' | 'PARTICIPANT_DISCONNECTED') =>
      page.of(name).filter(({ participant }) => Object(participant).participantType === 'AGENT');
    expect(agents('PARTICIPANT_ADDED')).toHaveLength(1);
    expect(agents('PARTICIPANT_DISCONNECTED').length).toBeGreaterThan(0);
    expect(page.of('MESSAGE_ARRIVED').at(-1)).toMatchObject({
      body: { elementType: 'text', elementText: { text: 'Hi', textFormat: 'PLAINTEXT' } },
      senderParticipant: { participantType: 'AGENT' },
    });
  });

  test('every event is told once and each message index grows', async () => {
    const page = stage.page();
    await page.init();
    const agent = await stage.center.agent();
    const one = await chat(page);
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    for (const words of ['One', 'Two', 'Three']) await agent.says(words);
    stage.center.faults.dropLine();
    await stage.center.advance(10_000);
    await agent.says('Four');
    await stage.center.settle();
    const arrived = page.of('MESSAGE_ARRIVED').slice(-4);
    const ids = page.of('MESSAGE_ARRIVED').map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(arrived.map(({ body }) => Object(body).elementText.text)).toEqual(['One', 'Two', 'Three', 'Four']);
    const indices = arrived.map(({ messageIndex }) => Number(messageIndex));
    expect(indices).toEqual(indices.toSorted((a, b) => a - b));
  });

  test('a message of the customer’s other session comes as MESSAGE_DELIVERED', async () => {
    const [page, other] = [stage.page(), stage.page()];
    await page.init();
    const one = await chat(page);
    await other.init();
    const same = await other.outcome(other.sdk.getEngagementById(one.engagementId));
    if (!same || 'code' in same) throw new Error('not found');
    await other.outcome(same.join());
    await other.outcome(same.sendMessage('From elsewhere'));
    await stage.center.settle();
    expect(page.of('MESSAGE_DELIVERED')).toMatchObject([
      { body: { elementText: { text: 'From elsewhere' } } },
    ]);
  });

  test('the line breaks: FAILED with seconds to the next attempt, then CONNECTING and CONNECTED', async () => {
    const page = stage.page();
    await page.init();
    page.told.length = 0;
    stage.center.faults.dropLine();
    await stage.center.advance(10_000);
    expect(page.names()).toEqual([
      'EVENT_STREAM_FAILED',
      'EVENT_STREAM_CONNECTING',
      'EVENT_STREAM_CONNECTED',
    ]);
    const [failed] = page.of('EVENT_STREAM_FAILED');
    expect(failed).toMatchObject({ reason: 'SERVER_UNREACHABLE' });
    expect(Number(failed?.['retryAfter'])).toBeLessThan(5);
  });

  test('after the reconnection window nothing is tried by itself until retryConnection', async () => {
    const page = stage.page();
    await page.init({ reconnectionTimeout: 120, idleTimeout: 0 });
    stage.center.faults.refuse(true);
    await stage.center.advance(130_000);
    expect(page.of('EVENT_STREAM_FAILED').at(-1)).toMatchObject({
      reason: 'RECONNECTION_TIMEOUT',
      retryAfter: 0,
    });
    expect(page.names()).not.toContain('EVENT_STREAM_CLOSED');
    const before = page.told.length;
    stage.center.faults.refuse(false);
    await stage.center.advance(300_000, 5000);
    expect(page.told).toHaveLength(before);
    page.sdk.retryConnection();
    await stage.center.advance(2000);
    expect(page.names().slice(before)).toEqual(['EVENT_STREAM_CONNECTING', 'EVENT_STREAM_CONNECTED']);
  });

  test('nothing that came while the line was away is lost', async () => {
    const page = stage.page();
    await page.init({ idleTimeout: 0 });
    const agent = await stage.center.agent();
    const one = await chat(page);
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    stage.center.faults.refuse(true);
    await agent.says('Are you there?');
    await stage.center.advance(130_000);
    stage.center.faults.refuse(false);
    page.sdk.retryConnection();
    await stage.center.advance(5000);
    expect(page.of('MESSAGE_ARRIVED').at(-1)).toMatchObject({
      body: { elementText: { text: 'Are you there?' } },
    });
  });

  test('a tab that was duplicated has the same session: both hear everything, and neither cuts the other off', async () => {
    const page = stage.page();
    await page.init({ idleTimeout: 0 });
    const one = await chat(page);
    const twin = stage.page({ storage: new Map(page.storage) });
    const [same] = (await twin.init({ idleTimeout: 0 })).engagements;
    for (const each of [one, same, one]) await page.outcome(each?.sendMessage('Hello') ?? Promise.reject());
    await stage.center.advance(60_000);
    expect(twin.storage).toEqual(page.storage);
    for (const each of [page, twin]) {
      expect(each.of('MESSAGE_DELIVERED')).toHaveLength(3);
      expect(each.names()).not.toContain('EVENT_STREAM_FAILED');
    }
  });

  test('shutdown tells CLOSED and SHUTDOWN with its reason before it resolves', async () => {
    const page = stage.page();
    await page.init();
    await page.outcome(page.sdk.shutdown('USER_INACTIVE'));
    expect(page.names().slice(-2)).toEqual(['EVENT_STREAM_CLOSED', 'SHUTDOWN']);
    expect(page.of('SHUTDOWN')).toMatchObject([{ reason: 'USER_INACTIVE' }]);
  });

  test('a session that the server has ended: FAILED with SDK_SESSION_INVALID, ACS-320, and init goes on', async () => {
    const page = stage.page();
    await page.init();
    const { token, appkey } = await page.params();
    const address = `${stage.center.baseUrl}/chat/v1/sessions/${page.storage.get('ccaasClientSessionId')}`;
    const headers = { authorization: `Bearer ${token}`, appkey };
    await stage.center.world.fetch(new Request(address, { method: 'DELETE', headers }));
    await stage.center.settle();
    expect(page.of('EVENT_STREAM_FAILED')).toMatchObject([{ reason: 'SDK_SESSION_INVALID' }]);
    expect(await page.outcome(page.sdk.getEngagements())).toEqual({ code: 'ACS-320' });
    expect(thrownBy(() => page.sdk.resetIdleTimeout())).toBe('ACS-320');
    expect(page.storage.size).toBe(0);
    await page.init();
    expect(await page.outcome(page.sdk.getEngagements())).toEqual([]);
  });

  test('a session that the server has ended may be shut down', async () => {
    const page = stage.page();
    await page.init();
    const { token, appkey } = await page.params();
    const address = `${stage.center.baseUrl}/chat/v1/sessions/${page.storage.get('ccaasClientSessionId')}`;
    const headers = { authorization: `Bearer ${token}`, appkey };
    await stage.center.world.fetch(new Request(address, { method: 'DELETE', headers }));
    await stage.center.settle();
    expect(await page.outcome(page.sdk.shutdown())).toBeUndefined();
    expect(page.names().at(-1)).toBe('SHUTDOWN');
    expect(await page.outcome(page.sdk.getEngagements())).toEqual({ code: 'ACS-310' });
  });
});

describe('1.2 on and off: handlers', () => {
  test('a second handler takes the place of the first', async () => {
    const page = stage.page();
    const calls: string[] = [];
    page.sdk.on('INITIALIZED', () => void calls.push('first'));
    page.sdk.on('INITIALIZED', () => void calls.push('second'));
    await page.init();
    expect(calls).toEqual(['second']);
  });

  test('off removes one', async () => {
    const page = stage.page();
    page.sdk.off('EVENT_STREAM_CONNECTED');
    await page.init();
    expect(page.names()).toEqual(['EVENT_STREAM_CONNECTING', 'INITIALIZED']);
  });

  test('off without a name removes all', async () => {
    const page = stage.page();
    page.sdk.off();
    await page.init();
    expect(page.told).toEqual([]);
    expect(page.warnings).toEqual(['ACS-202']);
  });

  test('one that throws or rejects stops nobody', async () => {
    const page = stage.page();
    page.sdk.on('EVENT_STREAM_CONNECTING', () => {
      throw new Error('broken');
    });
    page.sdk.on('EVENT_STREAM_CONNECTED', () => Promise.reject(new Error('broken')));
    await page.init();
    expect(page.names()).toEqual(['INITIALIZED']);
  });

  test('one that is async works as well as a plain one', async () => {
    const page = stage.page();
    let heard = 0;
    page.sdk.on('INITIALIZED', async () => void (heard += 1));
    await page.init();
    expect(heard).toBe(1);
  });
});
