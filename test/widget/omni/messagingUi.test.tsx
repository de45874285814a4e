import { waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../../../src/testing/index.ts';
import { AxpMessagingUiSdk, AxpOmniSdkMessagingUi } from '../../../src/widget/omni/index.ts';
import type { AxpOmniSdkMessagingUiConfig } from '../../../src/widget/omni/index.ts';
import { createStage, inside } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await createStage();
});
afterEach(async () => {
  await stage.clear();
  delete window.axpOmniSdkMessagingUiConfig;
  delete window.AxpOmniSdkMessagingUiConfig;
});

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (fault: unknown) => Reflect.get(Object(fault), 'code'),
  );
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return 'nothing';
  } catch (fault) {
    return Reflect.get(Object(fault), 'code');
  }
};

/** Once it has come in: what opens fades. */
const seen = async (element: HTMLElement | Promise<HTMLElement>): Promise<void> => {
  const found = await element;
  await waitFor(() => expect(found).toBeVisible());
};

async function open(more?: Partial<AxpOmniSdkMessagingUiConfig>, customerId?: string) {
  const element = stage.put(stage.config(more));
  await element.init(await stage.initParams(customerId));
  element.maximize();
  const chat = within(await inside(element).findByRole('region', { name: 'Chat' }));
  const field = await chat.findByRole('textbox', { name: /Message/ });
  const say = async (text: string): Promise<void> => {
    await stage.user.type(field, `${text}{Enter}`);
  };
  return { element, chat, say };
}

describe('2.7 the element', () => {
  test('importing the module registers it, under its old name too', () => {
    expect(customElements.get('axp-omni-sdk-messaging-ui')).toBe(AxpOmniSdkMessagingUi);
    expect(document.createElement('axp-messaging-ui-sdk')).toBeInstanceOf(AxpMessagingUiSdk);
  });

  test('its members are the documented ones', () => {
    for (const member of ['init', 'initialized', 'maximize', 'minimize', 'setJwt', 'shutdown'])
      expect(member in AxpOmniSdkMessagingUi.prototype).toBe(true);
    for (const member of [
      'getInstance',
      'currentThemeName',
      'resetIdleTimeout',
      'setLocale',
      'setTheme',
      'setLogLevel',
      'setInitializedListener',
      'clearInitializedListener',
      'setShutdownListener',
      'clearShutdownListener',
      'setIdleTimeOutInvokedListener',
      'clearIdleTimeOutInvokedListener',
    ])
      expect(member in AxpOmniSdkMessagingUi).toBe(true);
  });

  test('it starts as a bubble; pressing it calls back, and init opens the chat', async () => {
    let pressed: unknown;
    const element = stage.put(
      stage.config({
        async onMessageBubbleClicked(instance) {
          pressed = instance;
          await instance.init(await stage.initParams());
        },
      }),
    );
    expect(element.initialized).toBe(false);
    await stage.user.click(inside(element).getByRole('button', { name: 'Open chat' }));
    expect(pressed).toBe(element);
    await seen(inside(element).findByRole('region', { name: 'Chat' }));
    expect(element.initialized).toBe(true);
    await stage.user.click(inside(element).getByRole('button', { name: 'Close chat' }));
    expect(inside(element).getByRole('button', { name: 'Open chat' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    await stage.user.click(inside(element).getByRole('button', { name: 'Open chat' }));
    await seen(inside(element).getByRole('region', { name: 'Chat' }));
  });

  test('a customer and an agent talk', async () => {
    const agent = await stage.center.agent();
    const { chat, say } = await open();
    await say('Hello');
    await agent.accept();
    await agent.says('How can I help?', [{ type: 'postback', text: 'Track parcel', payload: 'TRACK' }]);
    await seen(chat.findByText('How can I help?'));
    await stage.user.click(await chat.findByRole('button', { name: 'Track parcel' }));
    await waitFor(() => expect(chat.getAllByText('Track parcel').length).toBeGreaterThan(1));
  });

  test('the configuration is read from the window, by either name', async () => {
    window.AxpOmniSdkMessagingUiConfig = stage.config();
    const first = stage.put();
    await first.init(await stage.initParams());
    delete window.AxpOmniSdkMessagingUiConfig;
    window.axpOmniSdkMessagingUiConfig = stage.config({ locale: 'de' });
    const second = stage.put();
    await seen(inside(second).findByRole('button', { name: 'Chat öffnen' }));
    expect(first.initialized).toBe(true);
  });

  test('callbacks are told once each, with the element', async () => {
    const heard: unknown[] = [];
    // As pages type it: with the class.
    const { element } = await open({ onInit: (instance: AxpOmniSdkMessagingUi) => heard.push(instance) });
    expect(heard).toEqual([element]);
    await element.shutdown();
    expect(stage.told).toEqual(['onShutdown']);
    expect(element.initialized).toBe(false);
    // It moves out of sight.
    await waitFor(() => expect(inside(element).queryByRole('region', { name: 'Chat' })).toBeNull());
    await element.init(await stage.initParams());
    expect(heard).toEqual([element, element]);
  });

  test('listeners set for all take the place of the configured ones, and clearing them takes all away', async () => {
    AxpOmniSdkMessagingUi.setInitializedListener(() => stage.told.push('set'));
    AxpOmniSdkMessagingUi.clearShutdownListener();
    const { element } = await open();
    await element.shutdown();
    expect(stage.told).toEqual(['set']);
    AxpOmniSdkMessagingUi.clearInitializedListener();
    await element.init(await stage.initParams());
    expect(stage.told).toEqual(['set']);
  });

  test('a second init changes nothing', async () => {
    const { element } = await open();
    await element.init(await stage.initParams());
    expect(element.initialized).toBe(true);
  });

  test('several stand beside each other, each with its own customer', async () => {
    const [first, second] = [await open(), await open()];
    expect(AxpOmniSdkMessagingUi.getInstance()).toBe(first.element);
    expect(AxpOmniSdkMessagingUi.getInstances()).toEqual([first.element, second.element]);
    await first.say('From the first');
    await seen(first.chat.findByText('From the first'));
    expect(second.chat.queryByText('From the first')).toBeNull();
    const [left, right] = [first, second].map(({ element }) =>
      inside(element).getByRole('button', { name: 'Close chat' }).getBoundingClientRect(),
    );
    expect(Math.abs((left?.x ?? 0) - (right?.x ?? 0))).toBeGreaterThan(56);
  });

  test('taken off the page it leaves nothing behind', async () => {
    const { element } = await open();
    element.remove();
    await waitFor(() => expect(AxpOmniSdkMessagingUi.getInstance()).toBeUndefined());
    expect(element.childElementCount).toBe(0);
  });

  test('moved within the page it goes on', async () => {
    const { element } = await open();
    const place = document.body.appendChild(document.createElement('main'));
    place.append(element);
    await Promise.resolve();
    expect(element.initialized).toBe(true);
    place.replaceWith(element);
  });
});

describe('2.7 trouble and time', () => {
  test('where init fails after a press, the bubble says so and lets one try again', async () => {
    let isDown = true;
    const element = stage.put(
      stage.config({
        async onMessageBubbleClicked(instance) {
          const params = await stage.initParams();
          await instance.init(isDown ? { ...params, jwt: 'none' } : params);
        },
      }),
    );
    await stage.user.click(inside(element).getByRole('button', { name: 'Open chat' }));
    await inside(element).findByRole('alert');
    isDown = false;
    await stage.user.click(inside(element).getByRole('button', { name: 'Show it again' }));
    await seen(inside(element).findByRole('region', { name: 'Chat' }));
    expect(inside(element).queryByRole('alert')).toBeNull();
  });

  test('idle time in milliseconds: the warning, then the end', async () => {
    const still = await createStage({ clock: createSimulatedClock() });
    const element = still.put(
      still.config({ idleTimeoutDuration: 300_000, idleShutdownGraceTimeoutDuration: 30_000 }),
    );
    const starting = element.init(await still.initParams());
    await still.center.settle();
    await starting;
    await still.center.advance(299_000, 10_000);
    AxpOmniSdkMessagingUi.resetIdleTimeout();
    await still.center.advance(299_000, 10_000);
    expect(still.told).toEqual(['onInit']);
    await still.center.advance(2000);
    expect(still.told).toEqual(['onInit', 'onIdleTimeOut']);
    await still.center.advance(31_000, 1000);
    expect(still.told).toEqual(['onInit', 'onIdleTimeOut', 'onShutdown']);
    expect(element.initialized).toBe(false);
    await still.clear();
  });
});

describe('2.7 misuse', () => {
  test('before init, and off the page, it says what is missing', async () => {
    const element = document.createElement('axp-omni-sdk-messaging-ui');
    expect(await codeOf(element.init(await stage.initParams()))).toBe('NotInitialized');
    const placed = stage.put(stage.config());
    expect(thrownBy(() => placed.maximize())).toBe('NotInitialized');
    expect(thrownBy(() => placed.setJwt('a.b.c'))).toBe('NotInitialized');
    expect(await codeOf(placed.shutdown())).toBe('NotInitialized');
    expect(thrownBy(() => AxpOmniSdkMessagingUi.resetIdleTimeout())).toBe('NotInitialized');
    expect(thrownBy(() => AxpOmniSdkMessagingUi.setLogLevel('LOUD' as never))).toBe('ConstraintViolation');
  });

  test.for<[string, Partial<AxpOmniSdkMessagingUiConfig> | undefined, object, string]>([
    ['no configuration', undefined, {}, 'MissingMandatoryParameter'],
    ['no host', { host: '' }, {}, 'MissingMandatoryParameter'],
    ['no jwt', {}, { jwt: undefined }, 'MissingMandatoryParameter'],
    ['no jwtProvider', {}, { jwtProvider: undefined }, 'MissingMandatoryParameter'],
    ['a jwt that is none', {}, { jwt: 'none' }, 'Unauthorized'],
    ['a jwt that somebody else signed', {}, { jwt: 'aaaa.bbbb.cccc' }, 'Unauthorized'],
    ['contextParameters that are a text', {}, { contextParameters: 'text' }, 'ConstraintViolation'],
    ['sessionParameters with a number', {}, { sessionParameters: { a: 1 } }, 'ConstraintViolation'],
    ['sessionParameters that are a text', {}, { sessionParameters: 'text' }, 'ConstraintViolation'],
  ])('%s rejects with its code, and the next init works', async ([, more, params, code]) => {
    const element = stage.put(more && stage.config(more));
    expect(await codeOf(element.init({ ...(await stage.initParams()), ...params }))).toBe(code);
    element.config = stage.config();
    await element.init(await stage.initParams());
    expect(element.initialized).toBe(true);
  });
});

describe('2.7 the page’s hooks', () => {
  test('beforeMessageSend changes the words, and refuses what it throws at', async () => {
    const given: unknown[] = [];
    const { chat, say } = await open({
      async beforeMessageSend(message) {
        given.push(message);
        if (message.messageBody.includes('secret')) throw new Error('Not this');
        return { ...message, messageBody: message.messageBody.replace(/\d/g, '*') };
      },
    });
    await say('Card 1234');
    await seen(chat.findByText('Card ****'));
    expect(given).toMatchObject([{ messageType: 'text', participantType: 'CUSTOMER', displayName: 'Robin' }]);
    await say('secret');
    await waitFor(() => expect(given).toHaveLength(2));
    expect(within(chat.getByRole('log')).queryByText('secret')).toBeNull();
  });

  test('beforeMessageRender changes what is shown; displayNames what people are called', async () => {
    const agent = await stage.center.agent();
    const { chat, say } = await open({
      beforeMessageRender: (message) => ({ ...message, messageBody: message.messageBody.toUpperCase() }),
      displayStrings: { displayNames: { AGENT: (name) => `Doctor ${name ?? ''}` } },
    });
    await say('Hello');
    await agent.accept();
    await agent.says('good morning');
    await seen(chat.findByText('GOOD MORNING'));
    expect((await chat.findAllByText(/Doctor Ada/)).length).toBeGreaterThan(0);
  });

  test('a beforeMessageRender that throws shows the message as it came', async () => {
    const { chat, say } = await open({
      beforeMessageRender() {
        throw new Error('of the page');
      },
    });
    await say('Hello');
    await seen(chat.findByText('Hello'));
  });

  test('onLocationRequest answers for the browser', async () => {
    const agent = await stage.center.agent();
    const { chat, say } = await open({
      onLocationRequest: () => ({ coordinates: { lat: 48.1, long: 11.5 }, address: { name: 'Branch 7' } }),
    });
    await say('Hello');
    await agent.accept();
    await agent.says('Where?', [{ type: 'locationRequest', text: 'Share my place' }]);
    await stage.user.click(await chat.findByRole('button', { name: 'Share my place' }));
    await seen(chat.findByText('Branch 7'));
  });
});

describe('2.7 language and look', () => {
  test('setLocale speaks another language from now on, the page’s own sentences too', async () => {
    const { chat, element } = await open({
      displayStrings: { messagingWindow: { title: { value: 'Ask us', translations: { de: 'Fragen Sie' } } } },
    });
    await seen(chat.findByText('Ask us'));
    AxpOmniSdkMessagingUi.setLocale('de-AT');
    await seen(chat.findByText('Fragen Sie'));
    await seen(inside(element).findByRole('button', { name: 'Chat schließen' }));
    AxpOmniSdkMessagingUi.setLocale('en-US');
    await seen(chat.findByText('Ask us'));
  });

  test('setTheme takes one of the configured themes', async () => {
    const { element } = await open({
      themeCustomizations: {
        plain: { messagingWindow: { backgroundColor: 'rgb(250, 250, 250)' } },
        loud: {
          messagingWindow: { backgroundColor: 'rgb(1, 2, 3)' },
          messageBubble: { backgroundColor: 'rgb(255, 0, 0)' },
        },
      },
      defaultTheme: 'plain',
    });
    expect(AxpOmniSdkMessagingUi.currentThemeName).toBe('plain');
    AxpOmniSdkMessagingUi.setTheme('loud');
    expect(AxpOmniSdkMessagingUi.currentThemeName).toBe('loud');
    const bubble = inside(element).getByRole('button', { name: 'Close chat' });
    await waitFor(() => expect(getComputedStyle(bubble).backgroundColor).toBe('rgb(255, 0, 0)'));
    const root = inside(element).getByRole('region', { name: 'Chat' }).closest('[data-colloquy-theme]');
    expect(root && getComputedStyle(root).getPropertyValue('--cq-canvas')).toBe('rgb(1, 2, 3)');
    AxpOmniSdkMessagingUi.setTheme('plain');
  });
});
