import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  AxpMessaging,
  EventStreamFailureReason,
  TextMessage,
} from '../../../src/facades/omni-sdk/messaging/index.ts';
import { createStage, thrownBy, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(() => stage.center.stop());

const SDK_EVENT = { eventDate: expect.any(Date), sessionId: expect.stringMatching(/./) };

describe('2.5 AxpMessaging', () => {
  test('has the documented members, and the guide’s name of one', () => {
    const names = ['Connecting', 'Connected', 'Failed', 'Closed'].flatMap((state) => [
      `addEventStream${state}Listener`,
      `removeEventStream${state}Listener`,
    ]);
    expect(Object.keys(AxpMessaging).toSorted()).toEqual(
      [...names, 'reconnect', 'retryConnection', 'version'].toSorted(),
    );
  });

  test('the reasons are the seven', () => {
    expect(Object.keys(EventStreamFailureReason)).toHaveLength(7);
    for (const [name, value] of Object.entries(EventStreamFailureReason)) expect(value).toBe(name);
  });

  test('connecting and connected are told with date and session', async () => {
    const page = stage.page();
    await page.init();
    expect(page.of('EventStreamConnecting')).toEqual([SDK_EVENT]);
    expect(page.of('EventStreamConnected')).toEqual([SDK_EVENT]);
  });

  test('shutdown closes the stream', async () => {
    const page = stage.page();
    await page.init();
    await page.value(page.sdk.shutdown());
    expect(page.of('EventStreamClosed')).toEqual([SDK_EVENT]);
    expect(page.names().at(-1)).toBe('SdkShutdown');
  });

  test('a line that breaks is told with its reason and the seconds to the next attempt', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    await stage.center.advance(2000);
    const [failed] = page.of('EventStreamFailed');
    expect(failed).toEqual({
      ...SDK_EVENT,
      message: expect.any(String),
      reason: 'SERVER_UNREACHABLE',
      retryAfter: expect.any(Number),
    });
    expect(Number(failed?.['retryAfter'])).toBeLessThan(60);
  });

  test('after five minutes RECONNECTION_TIMEOUT ends the attempts, until reconnect', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    await stage.center.advance(310_000, 1000);
    expect(page.of('EventStreamFailed').at(-1)).toEqual({
      ...SDK_EVENT,
      message: expect.any(String),
      reason: 'RECONNECTION_TIMEOUT',
    });
    const attempts = page.of('EventStreamConnecting').length;
    stage.center.faults.refuse(false);
    await stage.center.advance(300_000, 5000);
    expect(page.of('EventStreamConnecting')).toHaveLength(attempts);
    expect(page.of('EventStreamClosed')).toEqual([]);
    page.messaging.reconnect();
    await stage.center.advance(5000);
    expect(page.names().at(-1)).toBe('EventStreamConnected');
    await page.value(page.conversation().sendMessage(new TextMessage('Here again')));
  });

  test('reconnect within the window tries at once', async () => {
    const page = stage.page();
    await page.init();
    stage.center.faults.refuse(true);
    await stage.center.advance(120_000, 1000);
    stage.center.faults.refuse(false);
    page.messaging.retryConnection();
    await stage.center.settle();
    expect(page.names().at(-1)).toBe('EventStreamConnected');
  });

  test('reconnect throws where nothing is disconnected, and where there is no session', async () => {
    const page = stage.page();
    expect(thrownBy(() => page.messaging.reconnect())).toBe('NotInitialized');
    await page.init();
    expect(thrownBy(() => page.messaging.reconnect())).toBe('NotDisconnected');
    await page.value(page.sdk.shutdown());
    expect(thrownBy(() => page.messaging.reconnect())).toBe('NotInitialized');
  });

  test('a removed listener hears no more', async () => {
    const page = stage.page();
    let heard = 0;
    const id = page.messaging.addEventStreamConnectedListener(() => heard++);
    await page.init();
    page.messaging.removeEventStreamConnectedListener(id);
    stage.center.faults.dropLine();
    await stage.center.advance(10_000);
    expect(heard).toBe(1);
  });
});
