import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

const MEGABYTE = 1024 * 1024;
const CYCLES = 200;
const MESSAGES = 10_000;

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname }) => (pathname === '/' ? { body: PAGE } : undefined), {
    bot: false,
  });
});
test.afterAll(() => server.stop());

test('200 times opened and closed: the heap is back within 5 MB, with no more nodes and listeners', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const weigh = await visit(page, 'cycles');
  await say(page, 'Hello');
  // The first rounds fill caches: styles, measured rows, compiled code.
  await cycle(page, 20);
  const before = await weigh();
  await cycle(page, CYCLES);
  const after = await weigh();
  expectNothingLeft(before, after);
});

test('200 times put onto the page and taken off: nothing of it stays', async ({ page }) => {
  test.setTimeout(240_000);
  const weigh = await visit(page, 'embeds');
  await embed(page, 10);
  const before = await weigh();
  await embed(page, CYCLES);
  const after = await weigh();
  expectNothingLeft(before, after);
});

test('10,000 messages: few of them are on the page, and all are gone with the widget', async ({ page }) => {
  test.setTimeout(600_000);
  const weigh = await visit(page, 'messages');
  const empty = await weigh();
  const agent = await server.agent();
  await say(page, 'Hello');
  await agent.accept();
  for (let at = 0; at < MESSAGES; at += 100)
    await Promise.all(Array.from({ length: 100 }, (_, one) => agent.says(`Answer ${at + one + 1}`)));
  const log = page.getByRole('log', { name: 'Messages' });
  await expect(log.getByText(/^Answer \d+$/).last()).toBeVisible();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')), { timeout: 120_000 })
    .toBeGreaterThanOrEqual(MESSAGES);
  const elements = await page.evaluate(
    () => document.querySelector('colloquy-widget')?.shadowRoot?.querySelectorAll('*').length,
  );
  expect(elements).toBeLessThan(500);
  await cycle(page, 3);
  const full = await weigh();
  await cycle(page, CYCLES);
  const cycled = await weigh();
  expectNothingLeft(full, cycled);
  await page.evaluate(() => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['destroy']));
  const gone = await weigh();
  expect(gone.heap - empty.heap).toBeLessThan(5 * MEGABYTE);
  expect(gone.nodes).toBeLessThan(empty.nodes);
  expect(gone.listeners).toBeLessThan(empty.listeners);
});

const PAGE = `<!doctype html><html lang="en"><title>Host</title><p>A page.</p><script src="/widget.js"></script>
<script>window.heard=0;Colloquy('on','message',()=>{window.heard++});</script>`;

/** Less than a quarter of a node or listener per round: what one round leaves for the next one to take is no leak. */
function expectNothingLeft(before: Weight, after: Weight): void {
  expect(after.heap - before.heap).toBeLessThan(5 * MEGABYTE);
  expect(after.nodes - before.nodes).toBeLessThan(CYCLES / 4);
  expect(after.listeners - before.listeners).toBeLessThan(CYCLES / 4);
}

/** Opens the page, the widget and its chat. Returns what weighs the page, after all that can be collected was. */
async function visit(page: Page, customer: string): Promise<() => Promise<Weight>> {
  await page.goto(server.origin);
  const given = {
    integrationId: server.integrationId,
    tokenUrl: `/token?customer=${customer}`,
    transports: 'sse',
    shadow: 'open',
  };
  await page.evaluate((config) => {
    Object.assign(window, { config });
    Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['init', config]);
    Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['open']);
  }, given);
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeEditable();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return () => weighed(page, session);
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  await expect(page.getByRole('log', { name: 'Messages' }).getByText(text, { exact: true })).toBeVisible();
}

/** Opens and closes in the page, two frames each: as often as asked, ending open. */
function cycle(page: Page, times: number): Promise<void> {
  return page.evaluate(async (count) => {
    const call: (name: string) => void = (name) =>
      Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, [name]);
    const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    for (let at = 0; at < count; at++) {
      call('close');
      await frame();
      await frame();
      call('open');
      await frame();
      await frame();
    }
  }, times);
}

/** Takes the widget off the page and puts another one there, whose chat stands each time; ends with one that can be used. */
async function embed(page: Page, times: number): Promise<void> {
  await page.evaluate(async (count) => {
    const colloquy: (...call: readonly unknown[]) => void = Reflect.get(window, 'Colloquy');
    for (let at = 0; at < count; at++) {
      colloquy('destroy');
      colloquy('init', Reflect.get(window, 'config'));
      const isReady = new Promise<void>((resolve) => colloquy('on', 'ready', () => resolve()));
      colloquy('open');
      await isReady;
    }
  }, times);
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeEditable();
}

interface Weight {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** What is left after collections until nothing more goes: a collection may free what only the next one can take. */
async function weighed(page: Page, session: CDPSession): Promise<Weight> {
  let last: Weight | undefined;
  for (;;) {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const value = (name: string): number => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    const now = {
      heap: value('JSHeapUsedSize'),
      nodes: value('Nodes'),
      listeners: value('JSEventListeners'),
    };
    const isSteady = now.nodes === last?.nodes && now.listeners === last.listeners;
    if (last && isSteady && now.heap > last.heap - MEGABYTE / 10) return now;
    last = now;
  }
}
