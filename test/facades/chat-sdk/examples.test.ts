import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  ChatEngagement,
  ChatMessage,
  ChatSdk,
  EventPayloads,
  SDKInitParams,
} from '../../../src/facades/chat-sdk/index.ts';
import { createStage, type Page, type Stage } from './stage.ts';

/**
 * The examples of the guide (seed 004) in its order and, but for its slips (axp.md 1.12), in its words: they compile against
 * our types and run. The same in a real browser is test/e2e/chatSdk.spec.ts.
 */
let stage: Stage;
let page: Page;
let AvayaCCaaSChatSDK: ChatSdk;
let sdkInitParams: SDKInitParams;
const shown: unknown[] = [];
beforeEach(async () => {
  stage = await createStage();
  page = stage.page();
  AvayaCCaaSChatSDK = page.sdk;
  sdkInitParams = await page.params();
  shown.length = 0;
});
afterEach(() => stage.center.stop());

/** Runs a piece of the guide to its end, with the clock going on. */
async function run<T>(piece: () => Promise<T>): Promise<T> {
  const outcome = await page.outcome(piece());
  await stage.center.settle();
  if (typeof outcome === 'object' && outcome !== null && 'code' in outcome) throw new Error(outcome.code);
  return outcome as T;
}

const start = (): Promise<ChatEngagement> =>
  run(async () => {
    await AvayaCCaaSChatSDK.init(sdkInitParams);
    return AvayaCCaaSChatSDK.createEngagement();
  });

describe('1.3 the guide: initialisation', () => {
  test('init with parameters and configuration', async () => {
    const configs = {
      reconnectionTimeout: 120,
      idleTimeout: 300,
      idleShutdownGraceTimeout: 30,
      logLevel: 'DEBUG',
    };
    const userContext = await run(async () => {
      const userContext = await AvayaCCaaSChatSDK.init(
        {
          hostURL: sdkInitParams.hostURL,
          integrationId: sdkInitParams.integrationId,
          token: `jwt.${sdkInitParams.token}`,
          appkey: sdkInitParams.appkey,
          sessionParameters: {
            model: 'ABC-123',
          },
        },
        configs,
      );
      return userContext;
    });
    expect(userContext.sessionParameters).toEqual({ model: 'ABC-123' });
  });

  test('waiting for it by event, then and await', async () => {
    AvayaCCaaSChatSDK.on('INITIALIZED', (userContext) => {
      shown.push(userContext.engagements);
    });
    const userContext = await run(() =>
      AvayaCCaaSChatSDK.init(sdkInitParams).then((userContext) => {
        shown.push(userContext.engagements);
        return userContext;
      }),
    );
    expect(shown).toEqual([userContext.engagements, userContext.engagements]);
  });
});

describe('1.11 the guide: the token', () => {
  test('one function for both events', async () => {
    async function refreshJWT(details: object): Promise<void> {
      shown.push(details);
      const { token } = await page.params();
      AvayaCCaaSChatSDK.setJwtToken(token);
    }
    AvayaCCaaSChatSDK.on('TOKEN_EXPIRY_REMINDER', refreshJWT);
    AvayaCCaaSChatSDK.on('TOKEN_EXPIRED', refreshJWT);
    await run(() => AvayaCCaaSChatSDK.init(sdkInitParams, { idleTimeout: 0 }));
    await stage.center.advance(721_000, 5000);
    expect(shown).toHaveLength(1);
  });
});

describe('1.6 the guide: chats', () => {
  test('on and off', () => {
    AvayaCCaaSChatSDK.on('MESSAGE_ARRIVED', (message) => {
      shown.push(message.body.elementText.text);
    });
    AvayaCCaaSChatSDK.off('MESSAGE_ARRIVED');
    AvayaCCaaSChatSDK.off();
    expect(page.warnings).toEqual(['ACS-202']);
  });

  test('start, list, find, participants, disconnect', async () => {
    await run(() => AvayaCCaaSChatSDK.init(sdkInitParams));
    await run(async () => {
      const engagement = await AvayaCCaaSChatSDK.createEngagement({
        availableBalance: '100',
      });
      const engagements = await AvayaCCaaSChatSDK.getEngagements();
      expect(engagements).toEqual([engagement]);
    });
    const [{ engagementId } = { engagementId: '' }] = await run(() => AvayaCCaaSChatSDK.getEngagements());
    await run(async () => {
      const engagement = await AvayaCCaaSChatSDK.getEngagementById(engagementId);
      const participants = engagement?.participants ?? [];
      const participant = engagement?.getParticipantById(participants[0]?.participantId ?? '');
      expect(participant?.participantType).toBe('CUSTOMER');
      await engagement?.disconnect();
    });
    expect(page.names()).toContain('ENGAGEMENT_TERMINATED');
  });

  test('join one of another session', async () => {
    const other = stage.page();
    await other.init();
    const made = await other.outcome(other.sdk.createEngagement());
    await run(() => AvayaCCaaSChatSDK.init(sdkInitParams));
    await run(async () => {
      const engagement = await AvayaCCaaSChatSDK.getEngagementById('code' in made ? '' : made.engagementId);

      await engagement?.join();
    });
    expect(page.names()).toContain('ENGAGEMENT_ACTIVE');
  });
});

describe('1.7 the guide: messages', () => {
  test('send, delivered, arrived', async () => {
    AvayaCCaaSChatSDK.on('MESSAGE_DELIVERED', (message) => {
      shown.push(message.messageId);
    });
    AvayaCCaaSChatSDK.on('MESSAGE_ARRIVED', (message) => {
      shown.push(message.senderParticipant.participantType);
    });
    const engagement = await start();
    const id = await run(async () => {
      const message = await engagement.sendMessage('Hello');
      return message.messageId;
    });
    expect(shown).toContain(id);
  });

  test('all messages, page by page', async () => {
    const loadMore: { onclick?: () => Promise<void> } = {};
    const document = { getElementById: (id: string) => (id === 'load-more-button' ? loadMore : null) };
    const engagement = await start();
    for (let at = 1; at <= 20; at++) await run(() => engagement.sendMessage(`m${at}`));
    function showMessagesOnUI(messages: readonly ChatMessage[]): void {
      shown.push(messages.map((each) => each.body.elementText.text));
    }

    await run(async () => {
      const iterator = await engagement.getMessages(15);

      showMessagesOnUI(iterator.items);

      const loadMore = document.getElementById('load-more-button');

      if (loadMore)
        loadMore.onclick = async function () {
          if (iterator.hasPrevious()) {
            await iterator.previous();
            showMessagesOnUI(iterator.items);
          }
        };
    });
    await run(async () => loadMore.onclick?.());
    expect(shown.flat().slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, at) => `m${20 - at}`));
  });
});

describe('1.10 the guide: timeouts', () => {
  test('a warning that the customer can answer', async () => {
    const button: { onclick?: () => void } = {};
    const hideAfterMs: number[] = [];
    const setTimeout = (_hide: () => void, ms: number): unknown => hideAfterMs.push(ms);
    function showWarningBox(eventPayload: EventPayloads['IDLE_TIMEOUT_EXPIRED']): void {
      shown.push(`The session will expire in ${eventPayload.gracePeriod}`);
      button.onclick = () => {
        AvayaCCaaSChatSDK.resetIdleTimeout();
      };
      setTimeout(() => undefined, eventPayload.gracePeriod * 1000);
    }
    AvayaCCaaSChatSDK.on('IDLE_TIMEOUT_EXPIRED', showWarningBox);
    await run(() =>
      AvayaCCaaSChatSDK.init(sdkInitParams, {
        idleTimeout: 900,
        idleShutdownGraceTimeout: 120,
      }),
    );
    await stage.center.advance(901_000, 5000);
    expect([shown, hideAfterMs]).toEqual([['The session will expire in 120'], [120_000]]);
    button.onclick?.();
    await stage.center.advance(200_000, 5000);
    expect(page.names()).not.toContain('SHUTDOWN');
  });
});

describe('5 the guide: network and shutdown', () => {
  test('the four states of the stream, and the end', async () => {
    AvayaCCaaSChatSDK.on('EVENT_STREAM_CONNECTING', (eventPayload) => {
      shown.push(['connecting', eventPayload.eventDate instanceof Date]);
    });
    AvayaCCaaSChatSDK.on('EVENT_STREAM_CONNECTED', (eventPayload) => {
      shown.push(['connected', eventPayload.eventDate instanceof Date]);
    });
    AvayaCCaaSChatSDK.on('EVENT_STREAM_FAILED', (eventPayload) => {
      shown.push([eventPayload.reason, eventPayload.retryAfter >= 0]);
    });
    AvayaCCaaSChatSDK.on('EVENT_STREAM_CLOSED', (eventPayload) => {
      shown.push(['closed', eventPayload.eventDate instanceof Date]);
    });
    AvayaCCaaSChatSDK.on('SHUTDOWN', (eventPayload) => {
      shown.push(['shutdown', eventPayload.reason === 'USER_CLOSED']);
    });
    await run(() => AvayaCCaaSChatSDK.init(sdkInitParams, { reconnectionTimeout: 300 }));
    stage.center.faults.dropLine();
    await stage.center.advance(10_000);
    await run(() =>
      AvayaCCaaSChatSDK.shutdown().then((data) => {
        expect(data).toBeUndefined();
      }),
    );
    expect(shown).toEqual([
      ['connecting', true],
      ['connected', true],
      ['SERVER_UNREACHABLE', true],
      ['connecting', true],
      ['connected', true],
      ['closed', true],
      ['shutdown', true],
    ]);
  });
});
