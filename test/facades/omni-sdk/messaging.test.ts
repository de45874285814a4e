import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as messaging from '../../../src/facades/omni-sdk/messaging/index.ts';
import type { ScriptedAgent } from '../../../src/testing/index.ts';
import { codeOf, createStage, thrownBy, type Page, type Stage } from './stage.ts';

const { AttachmentMessage, LocationMessage, PostbackMessage, ReplyMessage, TextMessage } = messaging;

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

async function withAgent(page: Page): Promise<ScriptedAgent> {
  const agent = await stage.center.agent();
  await page.value(page.conversation().sendMessage(new TextMessage('Hello')));
  await agent.accept();
  await stage.center.settle();
  return agent;
}

describe('2.4 the five requests', () => {
  test.for<[string, messaging.MessageRequest, Record<string, unknown>]>([
    ['TextMessage', new TextMessage('Hi', 'p'), { getType: 'text', getText: 'Hi' }],
    [
      'PostbackMessage',
      new PostbackMessage('P', 'Press', 'p'),
      {
        getType: 'postback',
        getPayload: 'P',
        getActionText: 'Press',
        getActionType: 'postback',
      },
    ],
    [
      'ReplyMessage',
      new ReplyMessage('R', 'Reply', 'https://shop.example/i.png', 'p'),
      {
        getType: 'reply',
        getPayload: 'R',
        getActionText: 'Reply',
        getActionType: 'reply',
        getIconUrl: 'https://shop.example/i.png',
      },
    ],
    [
      'LocationMessage',
      new LocationMessage(48.1, 11.5, '1 Street', 'Branch', 'p'),
      {
        getType: 'location',
        getLatitude: 48.1,
        getLongitude: 11.5,
        getAddress: '1 Street',
        getName: 'Branch',
      },
    ],
    [
      'SendMessageLocation',
      new messaging.SendMessageLocation(48.1, 11.5, 'Branch', '1 Street', 'p'),
      {
        getType: 'location',
        getAddress: '1 Street',
        getName: 'Branch',
      },
    ],
    [
      'AttachmentMessage',
      new AttachmentMessage(new File(['x'], 'a.txt', { type: 'text/plain' }), 'See', 'p'),
      {
        getType: 'file',
        getText: 'See',
      },
    ],
    [
      'a picture',
      new AttachmentMessage(new File(['x'], 'a.png', { type: 'image/png' }), 'See', 'p'),
      {
        getType: 'image',
      },
    ],
  ])('%s answers by its getters', ([, request, answers]) => {
    expect(request.getParentMessageId()).toBe('p');
    for (const [getter, answer] of Object.entries(answers))
      expect(Reflect.apply(Reflect.get(request, getter), request, [])).toBe(answer);
  });

  test('the guide’s names are the same classes', () => {
    expect(messaging.SendTextMessage).toBe(TextMessage);
    expect(messaging.SendMessageAttachment).toBe(AttachmentMessage);
    expect(messaging.SendMessagePostBackAction).toBe(PostbackMessage);
    expect(messaging.SendMessageReplyAction).toBe(ReplyMessage);
  });

  test('the values of the two enums are the words of the wire', () => {
    expect(messaging.ElementType).toEqual({
      TEXT: 'text',
      IMAGE: 'image',
      FILE: 'file',
      POST_BACK: 'postback',
      REPLY: 'reply',
      LOCATION: 'location',
      CAROUSEL: 'carousel',
    });
    expect(messaging.ActionType).toEqual({
      LINK: 'link',
      LOCATION_REQUEST: 'locationRequest',
      POST_BACK: 'postback',
      REPLY: 'reply',
    });
  });
});

describe('2.4 sending', () => {
  test.for<[string, messaging.MessageRequest, object]>([
    [
      'a text',
      new TextMessage('Hello'),
      {
        body: { elementType: 'text', elementText: { text: 'Hello', textFormat: 'PLAINTEXT' } },
      },
    ],
    [
      'a postback',
      new PostbackMessage('TRACK', 'Track parcel'),
      {
        body: {
          elementType: 'postback',
          elementText: { text: '', textFormat: 'PLAINTEXT' },
          richMediaPayload: { selectedAction: { type: 'postback', text: 'Track parcel', payload: 'TRACK' } },
        },
      },
    ],
    [
      'a reply without a text',
      new ReplyMessage('RATE_5'),
      {
        body: {
          elementType: 'reply',
          elementText: { text: '', textFormat: 'PLAINTEXT' },
          richMediaPayload: { selectedAction: { type: 'reply', text: 'RATE_5', payload: 'RATE_5' } },
        },
      },
    ],
    [
      'a place',
      new LocationMessage(48.1, 11.5, '1 Example Street', 'Branch 7'),
      {
        body: {
          elementType: 'location',
          richMediaPayload: {
            coordinates: { lat: 48.1, long: 11.5 },
            location: { address: '1 Example Street', name: 'Branch 7' },
          },
        },
      },
    ],
    [
      'a file',
      new AttachmentMessage(new File(['12345'], 'bill.txt', { type: 'text/plain' }), 'My bill'),
      {
        body: { elementType: 'file', elementText: { text: 'My bill', textFormat: 'PLAINTEXT' } },
        attachments: [
          {
            attachmentId: expect.any(String),
            attachmentName: 'bill.txt',
            attachmentSize: 5,
            attachmentUrl: expect.stringMatching(/^https:\/\//),
            contentType: 'text/plain',
          },
        ],
      },
    ],
  ])('%s resolves to its message and is told as delivered afterwards', async ([, request, message]) => {
    const page = stage.page();
    const { conversations, participantId } = await page.init();
    const conversationId = conversations[0]?.conversationId;
    const order: string[] = [];
    conversations[0]?.addMessageDeliveredListener(() => order.push('delivered'));
    const sending = page
      .conversation()
      .sendMessage(request)
      .then((sent) => {
        order.push('sent');
        return sent;
      });
    const sent = await page.value(sending);
    expect(sent).toMatchObject({
      ...message,
      conversationId,
      messageId: expect.any(String),
      receivedAt: expect.any(Date),
      lastUpdatedAt: expect.any(Date),
      senderParticipant: {
        participantId,
        participantType: 'CUSTOMER',
        displayName: 'Robin',
        channel: 'Messaging',
      },
    });
    await stage.center.advance(3000);
    expect(order).toEqual(['sent', 'delivered']);
    expect(page.of('MessageDelivered')).toMatchObject([
      { ...message, messageId: sent.messageId, conversationId, eventDate: expect.any(Date) },
    ]);
  });

  test.for<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'Hello'],
    ['an object that is none of the five', { getType: () => 'text', getParentMessageId: () => undefined }],
    ['an empty text', new TextMessage('')],
    ['a text of 4097 characters', new TextMessage('x'.repeat(4097))],
    ['a text that is a number', new TextMessage(7 as never)],
    ['a postback without a payload', new PostbackMessage('')],
    ['a payload of 513 characters', new PostbackMessage('x'.repeat(513), 'Press')],
    ['an action text of 51 characters', new ReplyMessage('R', 'x'.repeat(51))],
    ['a latitude of 91', new LocationMessage(91, 0)],
    ['a longitude of -181', new LocationMessage(0, -181)],
    ['a latitude that is a text', new LocationMessage('48' as never, 0)],
    ['a name of 51 characters', new LocationMessage(0, 0, undefined, 'x'.repeat(51))],
    ['an address of 513 characters', new LocationMessage(0, 0, 'x'.repeat(513))],
    ['an attachment that is no file', new AttachmentMessage('bill.pdf' as never)],
    ['an empty file', new AttachmentMessage(new File([], 'a.txt', { type: 'text/plain' }))],
    ['a kind of file that is not allowed', new AttachmentMessage(new File(['x'], 'a.exe'))],
    ['a caption of 4097 characters', new AttachmentMessage(new File(['x'], 'a.txt'), 'x'.repeat(4097))],
    ['a parent that is a number', new TextMessage('Hello', 7 as never)],
  ])('%s is a ConstraintViolation', async ([, request]) => {
    const page = stage.page();
    await page.init();
    const refused = page.conversation().sendMessage(request as never);
    expect(await page.outcome(refused)).toMatchObject({ code: 'ConstraintViolation' });
  });

  test('a message to which no line leads rejects, and is not sent when the line is back', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    const late = page.conversation().sendMessage(new TextMessage('Too late'));
    expect(await page.outcome(late)).toMatchObject({ code: 'NetworkError' });
    stage.center.faults.refuse(false);
    await stage.center.advance(60_000, 1000);
    const history = await page.value(page.conversation().getMessages());
    expect(history.items).toEqual([]);
  });

  test('a message that waits when the session ends is Aborted', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    const late = page.conversation().sendMessage(new TextMessage('Too late'));
    await stage.center.settle();
    const ending = page.sdk.shutdown();
    expect(await page.outcome(late)).toMatchObject({ code: 'Aborted' });
    await page.value(ending);
  });

  test('after shutdown every verb of the conversation is NotInitialized', async () => {
    const page = stage.page();
    await page.init();
    const conversation = page.conversation();
    await page.value(page.sdk.shutdown());
    expect(await page.outcome(conversation.sendMessage(new TextMessage('Hi')))).toMatchObject({
      code: 'NotInitialized',
    });
    expect(await page.outcome(conversation.getMessages())).toMatchObject({ code: 'NotInitialized' });
    expect(thrownBy(() => conversation.notifyUserTyping())).toBe('NotInitialized');
    expect(thrownBy(() => conversation.setContextParameters({ a: 'b' }))).toBe('NotInitialized');
    expect(conversation.participants).toEqual(expect.any(Array));
  });
});

describe('2.4 what comes', () => {
  test('an agent comes, writes, types, and goes', async () => {
    const page = stage.page();
    const { conversations } = await page.init();
    const conversationId = conversations[0]?.conversationId;
    const agent = await withAgent(page);
    expect(page.of('ParticipantAdded')).toMatchObject([
      { participant: { participantType: 'CUSTOMER', displayName: 'Robin' } },
      {
        channel: 'Messaging',
        conversationId,
        eventDate: expect.any(Date),
        participant: { participantType: 'AGENT', displayName: 'Ada', channel: 'Messaging' },
      },
    ]);
    expect(page.conversation().participants).toContainEqual(page.of('ParticipantAdded')[1]?.['participant']);
    await agent.types();
    await stage.center.settle();
    expect(page.of('TypingStarted')).toEqual([
      {
        conversationId,
        eventDate: expect.any(Date),
        participant: expect.objectContaining({ displayName: 'Ada' }),
      },
    ]);
    await agent.says('How can I help?');
    await stage.center.settle();
    expect(page.of('MessageArrived')).toMatchObject([
      {
        conversationId,
        eventDate: expect.any(Date),
        body: { elementType: 'text', elementText: { text: 'How can I help?' } },
        senderParticipant: { participantType: 'AGENT', displayName: 'Ada' },
      },
    ]);
    await stage.center.advance(30_000, 1000);
    expect(page.of('TypingStopped')).toHaveLength(1);
    await agent.ends();
    await stage.center.settle();
    expect(page.of('ParticipantDisconnected')[0]).toMatchObject({ participant: { displayName: 'Ada' } });
    await page.value(page.conversation().sendMessage(new TextMessage('The conversation never ends')));
  });

  test('quick replies, buttons and links arrive as actions', async () => {
    const page = stage.page();
    await page.init();
    const agent = await withAgent(page);
    await agent.says('Choose', [
      { type: 'reply', text: 'Great', payload: 'RATE_5' },
      { type: 'postback', text: 'Track', payload: 'TRACK' },
      { type: 'link', text: 'Hours', uri: 'https://shop.example/hours' },
      { type: 'locationRequest', text: 'Where are you?' },
    ]);
    await stage.center.settle();
    expect(page.of('MessageArrived')).toMatchObject([
      {
        body: {
          elementType: 'text',
          richMediaPayload: {
            actions: [
              { type: 'reply', text: 'Great', payload: 'RATE_5' },
              { type: 'postback', text: 'Track', payload: 'TRACK' },
              { type: 'link', text: 'Hours', uri: 'https://shop.example/hours' },
              { type: 'locationRequest', text: 'Where are you?' },
            ],
          },
        },
      },
    ]);
  });

  test('cards arrive as a carousel', async () => {
    const page = stage.page();
    await page.init();
    const agent = await withAgent(page);
    const card = {
      title: 'Small',
      description: '5 GB',
      actions: [{ type: 'postback' as const, text: 'Take it', payload: 'PLAN_S' }],
    };
    await agent.sends([card, { ...card, title: 'Large' }]);
    await stage.center.settle();
    expect(page.of('MessageArrived')).toMatchObject([
      { body: { elementType: 'carousel', richMediaPayload: { items: [card, { title: 'Large' }] } } },
    ]);
  });

  test('what the customer writes on another device comes as delivered, once', async () => {
    await stage.center.agent();
    const [phone, laptop] = [stage.page({ customerId: 'two' }), stage.page({ customerId: 'two' })];
    const first = (await phone.init()).conversations[0]?.conversationId;
    expect((await laptop.init()).conversations[0]?.conversationId).toBe(first);
    await phone.value(phone.conversation().sendMessage(new TextMessage('From the phone')));
    await stage.center.advance(5000);
    expect(laptop.of('MessageDelivered')).toMatchObject([
      {
        body: { elementText: { text: 'From the phone' } },
        senderParticipant: { participantType: 'CUSTOMER' },
      },
    ]);
    expect(laptop.of('MessageArrived')).toEqual([]);
  });

  test('a line that breaks loses and repeats nothing', async () => {
    const page = stage.page();
    await page.init();
    const agent = await withAgent(page);
    stage.center.faults.refuse(true);
    await agent.says('One');
    await agent.says('Two');
    await stage.center.advance(3000);
    stage.center.faults.refuse(false);
    await stage.center.advance(40_000, 1000);
    await agent.says('Three');
    await stage.center.settle();
    const texts = page.of('MessageArrived').map(({ body }) => body);
    expect(texts).toMatchObject(['One', 'Two', 'Three'].map((text) => ({ elementText: { text } })));
  });
});

describe('2.4 the past', () => {
  beforeEach(async () => {
    await stage.center.agent(); // else the house would speak
  });
  async function write(page: Page, count: number): Promise<void> {
    for (let at = 1; at <= count; at++)
      await page.value(page.conversation().sendMessage(new TextMessage(`Message ${at}`)));
  }
  const textsOf = (items: readonly messaging.Message[]): string[] =>
    items.map(({ body }) => body.elementText.text);

  test('ten a page, newest first; previous and next resolve to the array', async () => {
    const page = stage.page();
    await page.init();
    await write(page, 23);
    const iterator = await page.value(page.conversation().getMessages());
    expect(iterator.getPageSize()).toBe(10);
    expect(textsOf(iterator.items)).toEqual(Array.from({ length: 10 }, (_, at) => `Message ${23 - at}`));
    expect([iterator.hasNext(), iterator.hasPrevious()]).toEqual([false, true]);
    const older = await page.value(iterator.previous());
    expect(older).toBe(iterator.items);
    expect(textsOf(older)).toEqual(Array.from({ length: 10 }, (_, at) => `Message ${13 - at}`));
    expect(textsOf(await page.value(iterator.previous()))).toEqual(['Message 3', 'Message 2', 'Message 1']);
    expect([iterator.hasNext(), iterator.hasPrevious()]).toEqual([true, false]);
    expect(await page.value(iterator.previous())).toEqual([]);
    expect(textsOf(await page.value(iterator.next()))[0]).toBe('Message 13');
  });

  test('it is a snapshot: what comes later is not in it', async () => {
    const page = stage.page();
    await page.init();
    await write(page, 3);
    const iterator = await page.value(page.conversation().getMessages(1));
    await write(page, 1);
    expect(textsOf(await page.value(iterator.previous()))).toEqual(['Message 2']);
    expect(textsOf(await page.value(iterator.next()))).toEqual(['Message 3']);
    expect(iterator.hasNext()).toBe(false);
  });

  test.for<[unknown, number]>([
    [undefined, 10],
    [1, 1],
    [50, 50],
    [51, 50],
    [0, 1],
    ['25', 10],
    [NaN, 10],
  ])('a page size of %s is %s', async ([given, size]) => {
    const page = stage.page();
    await page.init();
    const iterator = await page.value(page.conversation().getMessages(given as never));
    expect(iterator.getPageSize()).toBe(size);
  });

  test('an older page that cannot be had rejects, and the walk stays where it is', async () => {
    const page = stage.page();
    await page.init();
    await write(page, 60);
    const iterator = await page.value(page.conversation().getMessages(40));
    stage.center.faults.refuse(true);
    expect(await page.outcome(iterator.previous())).toMatchObject({ code: 'NetworkError' });
    expect(iterator.items).toHaveLength(40);
    stage.center.faults.refuse(false);
    expect(await page.value(iterator.previous())).toHaveLength(20);
  });
});

describe('2.2 context parameters', () => {
  test('reach the contact centre, and wait for the line where there is none', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    page.conversation().setContextParameters({ department: 'Sales' });
    page.conversation().setContextParameters({ language: 'de' });
    await stage.center.advance(40_000, 1000);
    expect(page.log.some((line) => line.includes('Context parameters'))).toBe(true);
    stage.center.faults.refuse(false);
    await stage.center.advance(40_000, 1000);
    const warned = page.log.filter((line) => line.includes('Context parameters')).length;
    await stage.center.advance(40_000, 1000);
    expect(page.log.filter((line) => line.includes('Context parameters'))).toHaveLength(warned);
  });

  test.for([[{ a: 1 }], ['text'], [{ ['k'.repeat(65)]: 'v' }], [{ k: 'v'.repeat(257) }]])(
    '%o is a ConstraintViolation',
    async ([given]) => {
      const page = stage.page();
      await page.init();
      expect(thrownBy(() => page.conversation().setContextParameters(given as never))).toBe(
        'ConstraintViolation',
      );
    },
  );
});

describe('2.4 mixins', () => {
  test('a class of one’s own can be enhanced, and the enhanced one extended', async () => {
    const page = stage.page();
    class Polite extends messaging.AxpMessagingConversation() {
      greet(): Promise<messaging.Message> {
        return this.sendMessage(new TextMessage('Good morning'));
      }
    }
    const Both = messaging.AxpMessagingConversation(Polite);
    const { conversations } = await page.value(page.sdk.init(await page.params(), Both));
    const sent = await page.value(conversations[0]?.greet() ?? Promise.reject(codeOf('none')));
    expect(sent.body.elementText.text).toBe('Good morning');
  });
});
