import { expect, test, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';
import { HOSTILE_PAGES, type HostilePage } from './support/hostilePages.ts';

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname }) => {
    const index = /^\/host\/(\d+)$/.exec(pathname)?.[1];
    const host = index === undefined ? undefined : HOSTILE_PAGES[Number(index)];
    return host && { body: pageOf(host, Number(index)) };
  });
});
test.afterAll(() => server.stop());

for (const [index, host] of HOSTILE_PAGES.entries())
  test(`on a page with ${host.name} the chat opens, sends, receives, and leaves nothing behind`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.addInitScript(probe);
    await page.goto(`${server.origin}/host/${index}`);
    const widget = page.locator('colloquy-widget[lang]');
    const launcher = widget.getByRole('button', { name: 'Open chat' });
    await expect(launcher).toBeVisible();
    expect(await swallowed(page)).toEqual([]);

    await launcher.click();
    const chat = widget.getByRole('region', { name: 'Chat', exact: true });
    const field = chat.getByRole('textbox', { name: 'Message' });
    await expect(field).toBeEditable();
    await field.fill('Hello there');
    await field.press('Enter');
    const log = chat.getByRole('log', { name: 'Messages' });
    await expect(log.getByText('Hello there', { exact: true })).toBeVisible();
    await expect(log.locator('[data-message-text]').nth(1)).toBeVisible();

    await widget.getByRole('button', { name: 'Close chat' }).click();
    await expect(chat).toBeHidden();
    expect(await swallowed(page)).toEqual([]);
    await page.evaluate(() => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['destroy']));
    await expect(widget).toHaveCount(0);
    expect(await page.evaluate(() => Reflect.get(window, Symbol.for('probe'))())).toEqual([]);
    expect(faults).toEqual([]);
  });

function pageOf(host: HostilePage, index: number): string {
  return `<!doctype html><html lang="en" ${host.html ?? ''}><head><title>Host</title>
<style>${host.style ?? ''}</style><script>${host.script ?? ''}</script></head>
<body><p>A page.</p>${host.body ?? ''}
<script>window[Symbol.for('before')]?.()</script>
<script src="/widget.js" data-integration-id="${server.integrationId}" data-token-url="/token?customer=${index}"
 data-transports="sse" data-shadow="open"></script></body></html>`;
}

/** Points of a closed widget's corner, but for its button, at which the page would miss a click. */
function swallowed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const host = document.querySelector('colloquy-widget[lang]');
    const button = host?.shadowRoot?.querySelector('.launcher')?.getBoundingClientRect();
    for (let x = innerWidth - 430; x < innerWidth; x += 40)
      for (let y = innerHeight - 700; y < innerHeight; y += 40) {
        const onButton =
          button &&
          x >= button.left - 8 &&
          x <= button.right + 8 &&
          y >= button.top - 8 &&
          y <= button.bottom + 8;
        if (!onButton && document.elementFromPoint(x, y) === host && host) found.push(`${x} ${y}`);
      }
    return found;
  });
}

/**
 * Runs before the page. `before` takes down what the page has made of its world, the probe then tells what differs:
 * globals, prototypes, styles, listeners of window and document that nobody took off.
 */
function probe(): void {
  const { keys, getOwnPropertyNames } = Object;
  const { add: addTo, delete: deleteFrom } = Set.prototype;
  const listeners = new Set<string>();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  let count = 0;
  const ids = new WeakMap<object, number>();
  const idOf = (listener: object): number => ids.get(listener) ?? (ids.set(listener, ++count), count);
  let counting = false;
  for (const target of [window, document]) {
    Reflect.set(
      target,
      'addEventListener',
      function (this: EventTarget, type: string, listener: object, options: unknown) {
        const once = typeof options === 'object' && options !== null && Reflect.get(options, 'once') === true;
        if (counting && listener && !once) addTo.call(listeners, `${type} ${idOf(listener)}`);
        return Reflect.apply(add, target, [type, listener, options]);
      },
    );
    Reflect.set(
      target,
      'removeEventListener',
      function (this: EventTarget, type: string, listener: object, options: unknown) {
        if (listener) deleteFrom.call(listeners, `${type} ${idOf(listener)}`);
        return Reflect.apply(remove, target, [type, listener, options]);
      },
    );
  }
  const shapes = [Object, Array, Promise, Function, String, Element, Node, Event, Map, Set].map(
    (each) => each.prototype,
  );
  const take = (): Record<string, string> => ({
    globals: keys(window)
      .filter((name) => name !== 'Colloquy')
      .join(),
    shapes: shapes.map((shape) => getOwnPropertyNames(shape).join()).join(';'),
    sheets: `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    root: `${document.documentElement.getAttribute('style')} ${document.body?.getAttribute?.('style')}`,
    elements: `${document.querySelectorAll('*:not(script)').length}`,
  });
  let before: Record<string, string> = {};
  Object.defineProperty(window, Symbol.for('before'), {
    value: () => {
      counting = true;
      before = take();
    },
  });
  Object.defineProperty(window, Symbol.for('probe'), {
    value: () => {
      const after = take();
      const changed = keys(after).filter((name) => after[name] !== before[name]);
      return [...changed.map((name) => `${name}: ${before[name]} -> ${after[name]}`), ...listeners];
    },
  });
}
