import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from 'vitest';
import {
  AxpOmniSdk,
  AxpRegionConstants,
  LogLevel,
  ShutdownReason,
  type AxpConversationCore,
  type AxpOmniSdkInitParams,
  type AxpUserSession,
  type EventHandler,
  type IdleTimeout,
  type JwtProvider,
  type PageIterator,
  type Participant,
  type ParticipantAdded,
  type ParticipantDisconnected,
  type SdkEvent,
  type SdkShutdown,
} from '../../../src/facades/omni-sdk/core/index.ts';
import {
  AxpMessaging,
  AxpMessagingConversation,
  AttachmentMessage,
  LocationMessage,
  PostbackMessage,
  ReplyMessage,
  TextMessage,
  type Action,
  type ActionType,
  type Attachment,
  type AxpMessagingConversationTrait,
  type ElementType,
  type EventStreamFailed,
  type Item,
  type Message,
  type MessageBody,
  type MessageEvent,
  type MessageRequest,
  type RichMediaPayload,
  type TypingStarted,
  type TypingStopped,
} from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

describe('2.2 the documents’ types are ours', () => {
  test('init parameters, as a page writes them', () => {
    class Provider implements JwtProvider {
      onExpireWarning(remainingTime: number): void {
        expect(remainingTime).toBeTypeOf('number');
      }
      onExpire(): void {
        AxpOmniSdk.setJwt('a.b.c');
      }
    }
    class Fetching implements JwtProvider {
      async fetchJwt(): Promise<string> {
        return 'a.b.c';
      }
    }
    const params: AxpOmniSdkInitParams = {
      host: AxpRegionConstants.NORTH_AMERICA,
      integrationId: '0c5dc1aa-5f0e-4a0e-9d0c-000000000001',
      appKey: '0c5dc1aa-5f0e-4a0e-9d0c-000000000002',
      token: 'a.b.c',
      jwtProvider: new Provider(),
      displayName: 'Robin',
      logLevel: LogLevel.DEBUG,
      idleTimeoutDuration: 5 * 60 * 1000,
      idleShutdownGraceTimeoutDuration: 60 * 1000,
      sessionParameters: { model: 'ABC-123' },
    };
    expectTypeOf({ ...params, jwtProvider: new Fetching() }).toExtend<AxpOmniSdkInitParams>();
    expectTypeOf({ ...params, logLevel: 'debug' as const }).toExtend<AxpOmniSdkInitParams>();
  });

  test('what init and getDefaultConversation give', () => {
    const Enhanced = AxpMessagingConversation();
    type Enhancing = typeof Enhanced;
    expectTypeOf(AxpOmniSdk.init<Enhancing>).returns.resolves.toExtend<
      AxpUserSession<AxpConversationCore & AxpMessagingConversationTrait>
    >();
    expectTypeOf(AxpOmniSdk.getDefaultConversation<Enhancing>)
      .returns.toHaveProperty('sendMessage')
      .toEqualTypeOf<(message: MessageRequest) => Promise<Message>>();
    expectTypeOf(AxpOmniSdk.getDefaultConversation).returns.toExtend<AxpConversationCore>();
    expectTypeOf(AxpOmniSdk.shutdown).parameter(0).toEqualTypeOf<ShutdownReason | undefined>();
    expectTypeOf<ReturnType<typeof AxpOmniSdk.addSdkShutdownListener>>().toEqualTypeOf<string>();
  });

  test('payloads', () => {
    expectTypeOf<IdleTimeout>().toExtend<SdkEvent & { gracePeriod: number }>();
    expectTypeOf<SdkShutdown['reason']>().toEqualTypeOf<ShutdownReason | undefined>();
    expectTypeOf<ParticipantAdded>().toEqualTypeOf<ParticipantDisconnected>();
    expectTypeOf<Participant['channel']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<TypingStarted>().toEqualTypeOf<TypingStopped>();
    expectTypeOf<EventStreamFailed['retryAfter']>().toEqualTypeOf<number | undefined>();
    expectTypeOf<MessageEvent['eventDate']>().toEqualTypeOf<Date>();
    expectTypeOf<Message['attachments']>().toEqualTypeOf<Attachment[] | undefined>();
    expectTypeOf<MessageBody['richMediaPayload']>().toEqualTypeOf<RichMediaPayload | undefined>();
    expectTypeOf<RichMediaPayload['items']>().toEqualTypeOf<Item[] | undefined>();
    expectTypeOf<Action['type']>().toEqualTypeOf<ActionType>();
    expectTypeOf<MessageBody['elementType']>().toEqualTypeOf<ElementType>();
    expectTypeOf<ReturnType<PageIterator<Message>['previous']>>().toEqualTypeOf<
      Promise<readonly Message[]>
    >();
    expectTypeOf<EventHandler<Message>>().toEqualTypeOf<(payload: Message) => unknown>();
  });

  test('requests are made with the documented arguments', () => {
    const file = new File(['x'], 'a.pdf', { type: 'application/pdf' });
    const requests: MessageRequest[] = [
      new TextMessage('Hi'),
      new TextMessage('Hi', 'parent'),
      new AttachmentMessage(file),
      new AttachmentMessage(file, 'Here is the bill', 'parent'),
      new LocationMessage(48.1, 11.5),
      new LocationMessage(48.1, 11.5, '1 Example Street', 'Branch 7', 'parent'),
      new PostbackMessage('TRACK'),
      new PostbackMessage('TRACK', 'Track parcel', 'parent'),
      new ReplyMessage('GREAT'),
      new ReplyMessage('GREAT', 'Great', 'https://shop.example/5.png', 'parent'),
    ];
    expect(requests.map((one) => one.getType())).toEqual([
      'text',
      'text',
      'file',
      'file',
      'location',
      'location',
      'postback',
      'postback',
      'reply',
      'reply',
    ]);
  });
});

describe('2.1 the overview’s page, from the token to the last word', () => {
  test('messaging without the built-in element', async () => {
    const page = stage.page();
    const { sdk, messaging } = page;
    const shown: string[] = [];
    const provider: JwtProvider = { fetchJwt: page.freshToken };
    expect(Object.keys(messaging)).toEqual(Object.keys(AxpMessaging));

    sdk.addSdkInitializedListener((session) => shown.push(`Hello ${session.displayName ?? ''}`));
    messaging.addEventStreamConnectedListener(() => shown.push('connected'));
    const { conversations } = await page.value(
      sdk.init({ ...(await page.params()), jwtProvider: provider }, AxpMessagingConversation()),
    );
    const [conversation] = conversations;
    if (!conversation) throw new Error('There is one conversation');
    conversation.addParticipantAddedListener(({ participant }) =>
      shown.push(`${participant.displayName ?? ''} is here`),
    );
    conversation.addMessageArrivedListener(({ body, senderParticipant }) =>
      shown.push(`${senderParticipant.displayName ?? ''}: ${body.elementText.text}`),
    );
    conversation.setContextParameters({ department: 'Sales' });
    conversation.notifyUserTyping();
    const agent = await stage.center.agent();
    await page.value(conversation.sendMessage(new TextMessage('Hi')));
    await agent.accept();
    await agent.says('How can I help?');
    await stage.center.settle();
    const past = await page.value(conversation.getMessages(15));
    shown.push(...past.items.map(({ body }) => body.elementText.text));
    await page.value(sdk.shutdown(ShutdownReason.USER_CLOSED));
    expect(shown.filter((line) => line !== 'Robin is here').toSorted()).toEqual(
      ['Ada is here', 'Ada: How can I help?', 'Hello Robin', 'Hi', 'How can I help?', 'connected'].toSorted(),
    );
  });
});
