import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { openCenter, type Center, type Conversation } from './center.ts';
import { visitShop, type Customer } from './customer.ts';
import { startDemo, type Demo } from './demo.ts';

/** Requests of the page to the connector, as patterns for `context.route`. */
export const REQUESTS = {
  messages: '**/engagements/*/messages',
  attachments: '**/sessions/*/attachments?*',
  poll: '**/sessions/*/poll?*',
} as const;

/** A demo without the bot, and an agent without a browser: what a journey about the promise needs. */
export interface Stage {
  readonly demo: Demo;
  /** A browser of somebody who was never here, so tall that the windowed list holds every row. */
  enters(browser: Browser): Promise<BrowserContext>;
  /** Opens the shop in a new tab, and the chat in it. */
  visits(context: BrowserContext, query?: Record<string, string>): Promise<Customer>;
  /** The first words of a customer, and the agent who takes the conversation. */
  begins(customer: Customer): Promise<Conversation>;
  stop(): Promise<void>;
}

/** Two tabs of one browser, in a conversation; one of them leads. */
export interface TwoTabs {
  readonly context: BrowserContext;
  readonly tabs: readonly [Customer, Customer];
  readonly conversation: Conversation;
  readonly leader: Customer;
  readonly other: Customer;
}

/** Somebody new opens two tabs and begins. */
export async function twoTabs(stage: Stage, browser: Browser): Promise<TwoTabs> {
  const context = await stage.enters(browser);
  const tabs: [Customer, Customer] = [await stage.visits(context), await stage.visits(context)];
  const conversation = await stage.begins(tabs[0]);
  const leader = await leaderOf(tabs);
  return { context, tabs, conversation, leader, other: tabs[0] === leader ? tabs[1] : tabs[0] };
}

export async function setStage(): Promise<Stage> {
  const demo = await startDemo({ args: ['--bot', 'off'] });
  const center: Center = await openCenter(demo);
  return {
    demo,
    async enters(browser) {
      const context = await browser.newContext({ viewport: { width: 420, height: 3200 }, locale: 'en-GB' });
      await context.addInitScript(countStreams);
      return context;
    },
    async visits(context, query = {}) {
      const customer = await visitShop(await context.newPage(), demo.config.demoUrl, query);
      await customer.open();
      return customer;
    },
    async begins(customer) {
      await customer.says('Before');
      return center.takes();
    },
    async stop() {
      expect(await demo.stop()).toBe(0);
    },
  };
}

/** Streams that a page has open to the connector. */
export function streamsOf(page: Page): Promise<number> {
  return page.evaluate(() => (Reflect.get(window, 'openStreams') as () => number)());
}

/** The browser's own events do not tell of the sockets of a page in all engines: the page counts them itself. */
function countStreams(): void {
  const sockets = new Set<WebSocket>();
  window.WebSocket = class extends window.WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      sockets.add(this);
      this.addEventListener('close', () => sockets.delete(this));
    }
  };
  const isOpen = ({ url, readyState }: WebSocket): boolean => readyState < 2 && url.includes('/chat/v1/');
  Object.assign(window, { openStreams: () => [...sockets].filter(isOpen).length });
}

/** The pages whose tab holds the one stream, once there is exactly one. */
export async function leaderOf(pages: readonly Customer[]): Promise<Customer> {
  const counts = (): Promise<readonly number[]> => Promise.all(pages.map(({ page }) => streamsOf(page)));
  let seen: readonly number[] = [];
  const total = async (): Promise<number> => {
    seen = await counts();
    return seen.reduce((sum, one) => sum + one, 0);
  };
  await expect.poll(total).toBe(1);
  const leader = pages[seen.indexOf(1)];
  if (!leader) throw new Error('One stream is the stream of a page');
  return leader;
}

/** The row of a message in one state of its way out. */
export function inState(customer: Customer, text: string, status: string) {
  return customer.log.locator(`[data-status="${status}"]`).filter({ hasText: text });
}

/** Loads the page anew, and opens the chat where it does not stand open by itself. */
export async function reload(customer: Customer): Promise<void> {
  await customer.page.reload();
  await reopen(customer);
}

/** Opens the chat by the page's own command: no matter whether it stands open already. */
export async function reopen({ page, chat }: Customer): Promise<void> {
  await page.evaluate(() => (Reflect.get(window, 'Colloquy') as (command: string) => void)('open'));
  await expect(chat.getByRole('textbox', { name: 'Message' })).toBeEditable();
}
