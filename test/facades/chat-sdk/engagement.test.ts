import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChatEngagement } from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

let stage: Stage;
let page: Page;
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
  await page.init();
});
afterEach(() => stage.center.stop());

/** A chat of this page, active and quiet. */
async function chat(on: Page = page): Promise<ChatEngagement> {
  const made = await on.outcome(on.sdk.createEngagement({ topic: 'lamps' }));
  if ('code' in made) throw new Error(made.code);
  await stage.center.settle();
  return made;
}

async function inSecondSession(id: string): Promise<{ page: Page; chat: ChatEngagement }> {
  const second = stage.page();
  await second.init();
  const found = await second.outcome(second.sdk.getEngagementById(id));
  if (!found || 'code' in found) throw new Error('not found');
  return { page: second, chat: found };
}

const UUID = /^[0-9a-f-]{36}$/;

describe('1.6 an engagement', () => {
  test('has the members of the table, with their types', async () => {
    const one = await chat();
    expect(one).toMatchObject({
      engagementId: expect.stringMatching(UUID),
      dialogId: expect.stringMatching(UUID),
      createdAt: expect.any(Date),
      lastUpdatedAt: expect.any(Date),
      engagementStatus: 'ACTIVE',
      participants: [{ participantType: 'CUSTOMER' }],
    });
  });

  test.for([
    ['engagementId'],
    ['dialogId'],
    ['createdAt'],
    ['lastUpdatedAt'],
    ['engagementStatus'],
    ['participants'],
    ['join'],
    ['disconnect'],
    ['sendMessage'],
    ['getMessages'],
    ['getParticipantById'],
    ['getParticipants'],
  ])('%s is its own and enumerable', async ([member = '']) => {
    const descriptor = Object.getOwnPropertyDescriptor(await chat(), member);
    expect(descriptor?.enumerable).toBe(true);
  });

  test('getParticipantById answers at once, getParticipants as participants', async () => {
    const one = await chat();
    const [customer] = one.participants;
    expect(one.getParticipantById(customer?.participantId ?? '')).toEqual(customer);
    expect(one.getParticipantById('nobody')).toBeUndefined();
    expect(one.getParticipants()).toEqual(one.participants);
  });

  test('the participants may be changed without changing the SDK’s', async () => {
    const one = await chat();
    one.participants.pop();
    expect(one.participants).toHaveLength(1);
  });

  test('sendMessage resolves with the message as it was sent', async () => {
    const one = await chat();
    const message = await page.outcome(one.sendMessage('Hello'));
    expect(message).toEqual({
      messageId: expect.stringMatching(UUID),
      engagementId: one.engagementId,
      dialogId: one.dialogId,
      body: { elementType: 'text', elementText: { text: 'Hello', textFormat: 'PLAINTEXT' } },
      messageIndex: expect.any(Number),
      receivedAt: expect.any(Date),
      lastUpdatedAt: expect.any(Date),
      senderParticipant: {
        participantId: expect.any(String),
        participantType: 'CUSTOMER',
        displayName: 'Robin',
      },
    });
  });

  test('a message that answers another one names it', async () => {
    const one = await chat();
    const first = await page.outcome(one.sendMessage('Hello'));
    const parent = 'messageId' in first ? first.messageId : '';
    expect(await page.outcome(one.sendMessage('Again', parent))).toMatchObject({ parentMessageId: parent });
  });

  test('4096 characters pass', async () => {
    const one = await chat();
    expect(await page.outcome(one.sendMessage('x'.repeat(4096)))).toHaveProperty('messageId');
  });

  test('one of another session is PENDING until it is joined, then ACTIVE', async () => {
    const other = await inSecondSession((await chat()).engagementId);
    expect(other.chat.engagementStatus).toBe('PENDING');
    expect(await other.page.outcome(other.chat.sendMessage('Hello'))).toEqual({ code: 'ACS-313' });
    expect(await other.page.outcome(other.chat.join())).toBe(other.chat);
    expect(other.chat.engagementStatus).toBe('ACTIVE');
    expect(other.page.names()).toContain('ENGAGEMENT_ACTIVE');
    expect(await other.page.outcome(other.chat.sendMessage('Hello'))).toHaveProperty('messageId');
  });

  test('before it is joined nothing of it is told', async () => {
    const one = await chat();
    const other = await inSecondSession(one.engagementId);
    await page.outcome(one.sendMessage('Hello'));
    await stage.center.settle();
    await other.page.outcome(other.page.sdk.getEngagements());
    await stage.center.settle();
    expect(other.page.of('MESSAGE_DELIVERED')).toEqual([]);
  });

  test('joining what is joined is ACS-315, what is over ACS-312', async () => {
    const one = await chat();
    expect(await page.outcome(one.join())).toEqual({ code: 'ACS-315' });
    const other = await inSecondSession(one.engagementId);
    await page.outcome(one.disconnect());
    await stage.center.settle();
    expect(await page.outcome(one.join())).toEqual({ code: 'ACS-312' });
    expect(await other.page.outcome(other.chat.join())).toEqual({ code: 'ACS-312' });
  });

  test('leaving ends it: ENGAGEMENT_TERMINATED, and nothing can be sent any more', async () => {
    const one = await chat();
    expect(await page.outcome(one.disconnect('USER_CLOSED'))).toBeUndefined();
    await stage.center.settle();
    expect(page.of('ENGAGEMENT_TERMINATED')).toEqual([
      { engagementId: one.engagementId, dialogId: one.dialogId, eventDate: expect.any(Date) },
    ]);
    expect(one.engagementStatus).toBe('TERMINATED');
    expect(await page.outcome(one.sendMessage('Hello'))).toEqual({ code: 'ACS-314' });
    expect(await page.outcome(one.disconnect())).toEqual({ code: 'ACS-314' });
    expect(await page.outcome(page.sdk.getEngagements())).toEqual([]);
  });

  test('an agent who ends it ends it', async () => {
    const agent = await stage.center.agent();
    const one = await chat();
    await page.outcome(one.sendMessage('Hello'));
    await agent.accept();
    await agent.ends();
    await stage.center.until('it has ended', () => one.engagementStatus === 'TERMINATED');
    expect(page.names()).toContain('ENGAGEMENT_TERMINATED');
  });

  test('getEngagementById answers the same object each time, and undefined for an unknown id', async () => {
    const one = await chat();
    expect(await page.outcome(page.sdk.getEngagementById(one.engagementId))).toBe(one);
    expect(await page.outcome(page.sdk.getEngagements())).toEqual([one]);
    expect(await page.outcome(page.sdk.getEngagementById(crypto.randomUUID()))).toBeUndefined();
  });

  test('a message that cannot be sent in time is taken back and rejected', async () => {
    const one = await chat();
    stage.center.faults.refuse(true);
    expect(await page.outcome(one.sendMessage('Never'))).toEqual({ code: 'ACS-306' });
    stage.center.faults.refuse(false);
    await stage.center.advance(60_000);
    const iterator = await page.outcome(one.getMessages());
    const texts = 'items' in iterator ? iterator.items.map((each) => each.body.elementText.text) : [];
    expect(texts).not.toContain('Never');
    expect(await page.outcome(one.sendMessage('After it'))).toHaveProperty('messageId');
  });

  test('two chats at once: messages and events stay with their own', async () => {
    const [one, two] = [await chat(), await chat()];
    await page.outcome(Promise.all([one.sendMessage('To one'), two.sendMessage('To two')]));
    await stage.center.settle();
    const delivered = page.of('MESSAGE_DELIVERED');
    expect(delivered).toHaveLength(2);
    // Each chat has an order of its own; which of the two is delivered first is nobody's promise.
    for (const [chatOf, text] of [
      [one, 'To one'],
      [two, 'To two'],
    ] as const) {
      const own = delivered.filter(({ engagementId }) => engagementId === chatOf.engagementId);
      expect(own).toEqual([
        expect.objectContaining({
          body: expect.objectContaining({ elementText: { text, textFormat: 'PLAINTEXT' } }),
        }),
      ]);
    }
  });
});
