import { within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createTestCenter } from '../../../src/testing/index.ts';
import type { TestCenter } from '../../../src/testing/index.ts';
import { uiSettings } from '../../../src/widget/omni/control.ts';
import type { AxpOmniSdkMessagingUi, AxpOmniSdkMessagingUiConfig } from '../../../src/widget/omni/index.ts';

/** A page with elements against a contact centre in this tab. */
export interface Stage {
  readonly center: TestCenter;
  /** Calls of callbacks, in order. */
  readonly told: string[];
  readonly user: ReturnType<typeof userEvent.setup>;
  config(more?: Partial<AxpOmniSdkMessagingUiConfig>): AxpOmniSdkMessagingUiConfig;
  /** Puts an element onto the page. */
  put(config?: AxpOmniSdkMessagingUiConfig): AxpOmniSdkMessagingUi;
  initParams(customerId?: string): Promise<Parameters<AxpOmniSdkMessagingUi['init']>[0]>;
  clear(): Promise<void>;
}

/** Sets the stage. */
export async function createStage(options: Parameters<typeof createTestCenter>[0] = {}): Promise<Stage> {
  const center = await createTestCenter(options);
  const told: string[] = [];
  const note = (name: string) => () => void told.push(name);
  const elements: AxpOmniSdkMessagingUi[] = [];
  return {
    center,
    told,
    user: userEvent.setup(),
    config: (more) => ({
      host: center.baseUrl,
      integrationId: center.integrationId,
      appKey: 'test-page-appkey',
      logLevel: 'OFF',
      shadow: 'open',
      world: center.world,
      onMessageBubbleClicked: note('onMessageBubbleClicked'),
      onInit: note('onInit'),
      onShutdown: note('onShutdown'),
      onIdleTimeOut: note('onIdleTimeOut'),
      ...more,
    }),
    put(config) {
      const element = document.createElement('axp-omni-sdk-messaging-ui');
      element.config = config;
      document.body.append(element);
      elements.push(element);
      return element;
    },
    async initParams(customerId = crypto.randomUUID()) {
      const { token } = await center.jwtProvider({ customerId, name: 'Robin' })();
      return { jwt: token, jwtProvider: { onExpire: () => undefined, onExpireWarning: () => undefined } };
    },
    async clear() {
      for (const element of elements.splice(0)) {
        if (element.initialized) await element.shutdown();
        element.remove();
      }
      await center.stop();
      uiSettings.listeners.clear();
    },
  };
}

/** What stands inside an element: its shadow root must be open. */
export function inside(element: HTMLElement): ReturnType<typeof within> {
  const root = element.querySelector('colloquy-widget')?.shadowRoot?.querySelector('div');
  if (!(root instanceof HTMLElement)) throw new Error('The element stands in an open shadow root');
  return within(root);
}
