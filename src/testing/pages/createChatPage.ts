import { en, type Words } from '../../locales/index.ts';
import type { ChatDriver } from './driver.ts';

/** A chat as a person meets it: launcher, composer, list and cards, by their roles and accessible names. */
export interface ChatPage {
  /** Presses the launcher, and waits for the field. */
  open(): Promise<void>;
  minimize(): Promise<void>;
  end(): Promise<void>;
  /** Writes and sends. */
  says(text: string): Promise<void>;
  /** Writes without sending. */
  writes(text: string): Promise<void>;
  send(): Promise<void>;
  /** Presses a quick reply, a button of a card, or any other button by its name. */
  chooses(name: string): Promise<void>;
  /** Waits for a message that has this text in it. */
  sees(text: string): Promise<void>;
  /** What stands in the rows that are drawn, oldest first: name, text and time of each. */
  messages(): Promise<readonly string[]>;
  /** What stands on the cards of carousels. */
  cards(): Promise<readonly string[]>;
}

/** @param words the chat's language; default English. */
export function createChatPage(driver: ChatDriver, words: Words = en): ChatPage {
  const { press, fill, find, texts } = driver;
  const page: ChatPage = {
    async open() {
      // The number of unread messages may stand behind it.
      await press('button', new RegExp(`^${plain(words.launcher.open)}`));
      await find('textbox', words.composer.label);
    },
    minimize: () => press('button', words.header.minimize),
    end: () => press('button', words.header.end),
    writes: (text) => fill('textbox', words.composer.label, text),
    send: () => press('button', words.composer.send),
    async says(text) {
      await page.writes(text);
      await page.send();
    },
    chooses: (name) => press('button', name),
    sees: (text) => find('article', new RegExp(plain(text))),
    messages: () => texts('article'),
    cards: () => texts('group', new RegExp(`^${plain(words.choices.card(1, 2)).replace(/[12]/g, '\\d+')}$`)),
  };
  return page;
}

function plain(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
