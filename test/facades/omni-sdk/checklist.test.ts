import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOmniSdk } from '../../../src/facades/omni-sdk/core/index.ts';
import {
  AttachmentMessage,
  LocationMessage,
  PostbackMessage,
  ReplyMessage,
  TextMessage,
  type MessageRequest,
} from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, thrownBy, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

describe('10.9 the face', () => {
  test('every listener has an id of its own', async () => {
    const page = stage.page();
    await page.init();
    const conversation = page.conversation();
    const nothing = (): undefined => undefined;
    const ids = [
      page.sdk.addSdkInitializedListener(nothing),
      page.sdk.addSdkInitializedListener(nothing),
      page.sdk.addSdkShutdownListener(nothing),
      page.sdk.addIdleTimeOutInvokedListener(nothing),
      page.messaging.addEventStreamConnectedListener(nothing),
      conversation.addParticipantAddedListener(nothing),
      conversation.addParticipantDisconnectedListener(nothing),
      conversation.addMessageArrivedListener(nothing),
      conversation.addMessageDeliveredListener(nothing),
      conversation.addTypingStartedListener(nothing),
      conversation.addTypingStoppedListener(nothing),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => typeof id === 'string')).toBe(true);
  });

  test('previous resolves to an array', async () => {
    const page = stage.page();
    await page.init();
    const iterator = await page.value(page.conversation().getMessages());
    expect(Array.isArray(await page.value(iterator.previous()))).toBe(true);
  });

  test('getDefaultConversation throws before init', () => {
    expect(thrownBy(() => createOmniSdk().getDefaultConversation())).toBe('NotInitialized');
  });

  test('a removed listener of the conversation hears no more', async () => {
    const page = stage.page();
    await page.init();
    const agent = await stage.center.agent();
    let heard = 0;
    const id = page.conversation().addMessageArrivedListener(() => heard++);
    await page.value(page.conversation().sendMessage(new TextMessage('Hello')));
    await agent.accept();
    await agent.says('One');
    await stage.center.settle();
    page.conversation().removeMessageArrivedListener(id);
    await agent.says('Two');
    await stage.center.settle();
    expect(heard).toBe(1);
  });
});

describe('10.10 rich media', () => {
  test.for<[string, () => MessageRequest]>([
    ['a text', () => new TextMessage('Hello')],
    ['a postback', () => new PostbackMessage('TRACK', 'Track parcel')],
    ['a reply', () => new ReplyMessage('RATE_5', 'Great')],
    ['a place', () => new LocationMessage(-90, 180, '1 Example Street', 'Branch 7')],
    [
      'a file',
      () => new AttachmentMessage(new File(['12345'], 'bill.pdf', { type: 'application/pdf' }), 'Bill'),
    ],
    ['a picture', () => new AttachmentMessage(new File(['12345'], 'me.png', { type: 'image/png' }))],
  ])('%s is on the other device what it was on the first', async ([, make]) => {
    await stage.center.agent();
    const [first, second] = [stage.page({ customerId: 'one' }), stage.page({ customerId: 'one' })];
    await first.init();
    await second.init();
    const sent = await first.value(first.conversation().sendMessage(make()));
    await stage.center.settle();
    const { items } = await second.value(second.conversation().getMessages());
    expect(items[0]).toMatchObject({
      messageId: sent.messageId,
      body: sent.body,
      conversationId: sent.conversationId,
    });
    expect(items[0]?.attachments?.map(({ attachmentName }) => attachmentName)).toEqual(
      sent.attachments?.map(({ attachmentName }) => attachmentName),
    );
  });

  test('a choice keeps the question that it answers', async () => {
    const page = stage.page();
    await page.init();
    const agent = await stage.center.agent();
    await page.value(page.conversation().sendMessage(new TextMessage('Hello')));
    await agent.accept();
    await agent.says('Rate us', [{ type: 'reply', text: 'Great', payload: 'RATE_5' }]);
    await stage.center.settle();
    const question = String(page.of('MessageArrived')[0]?.['messageId']);
    const answer = new ReplyMessage('RATE_5', 'Great', undefined, question);
    expect(await page.value(page.conversation().sendMessage(answer))).toMatchObject({
      parentMessageId: question,
    });
  });
});
