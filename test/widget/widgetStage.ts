import { waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import type { ChatModule, MountOptions } from '../../src/widget/chatModule.ts';
import { createWidget } from '../../src/widget/createWidget.ts';
import type { Widget } from '../../src/widget/createWidget.ts';
import { readConfig } from '../../src/widget/widgetConfig.ts';
import type { WidgetConfig } from '../../src/widget/widgetConfig.ts';
import type { WordsModule } from '../../src/widget/wordsModule.ts';

/** What a page says at the least, and that a test may look inside. */
export const GIVEN = {
  integrationId: 'shop',
  tokenUrl: 'https://shop.example/token',
  shadow: 'open',
  locale: 'en',
};
let widgets: Widget[] = [];

/** Takes off what `put` has made, and forgets what is remembered. */
export function clearPage(): void {
  for (const widget of widgets) widget.destroy();
  widgets = [];
  localStorage.clear();
  sessionStorage.clear();
}

function configOf(given: Readonly<Record<string, unknown>> = {}): WidgetConfig {
  const config = readConfig({ ...GIVEN, ...given });
  if (!config) throw new Error('The test gives a whole configuration');
  return config;
}

/** A chat module that writes down what the loader asks of it. */
export function createScriptedChat() {
  const asked: unknown[] = [];
  let options: MountOptions | undefined;
  const module: ChatModule = {
    mountChat(given) {
      options = given;
      const note = (name: string) => (value?: unknown) =>
        void asked.push(value === undefined ? name : [name, value]);
      given.element.append(document.createElement('section'));
      return {
        setOpen: note('setOpen'),
        send: note('send'),
        setContext: note('setContext'),
        identify: note('identify'),
        logout: async () => void asked.push('logout'),
        destroy: note('destroy'),
      };
    },
  };
  return { asked, module, options: () => options };
}

/** A widget on the page, its clock turned by hand. */
export function put(
  given: Readonly<Record<string, unknown>>,
  load: () => Promise<ChatModule>,
  fetchWords: () => Promise<WordsModule> = () => import('../../src/locales/packs.ts'),
) {
  const clock = createSimulatedClock();
  const widget = createWidget(configOf(given), load, fetchWords, clock);
  widgets.push(widget);
  const host = [...document.querySelectorAll('colloquy-widget')].at(-1);
  const inside = host?.shadowRoot?.querySelector('div');
  if (!(inside instanceof HTMLElement)) throw new Error('The widget stands in an open shadow root');
  return { widget, clock, inside: within(inside), element: inside, user: userEvent.setup() };
}

/** A widget with a conversation that goes on, standing open. */
export async function goesOn(config: Parameters<typeof put>[0] = {}) {
  const chat = createScriptedChat();
  const first = put(config, async () => chat.module);
  first.widget.open();
  await waitFor(() => expect(chat.options()).toBeDefined());
  chat.options()?.onConversation(true);
  return { chat, first };
}
