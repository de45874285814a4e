import { expect, test, type Locator } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname, host, searchParams }) => {
    if (pathname === '/host')
      return { body: hostPage(new URL(server.origin).port, searchParams.get('brand') ?? '') };
    return pathname === '/frame' ? { body: framePage(`http://${host}`) } : undefined;
  });
});
test.afterAll(() => server.stop());

test('in a frame of its own the chat speaks, and the page around it hears no word', async ({
  page,
  browserName,
}) => {
  // Keys and clicks that Playwright sends over BiDi go to the page, never into a frame of another origin.
  const isBidi = browserName === 'firefox';
  await page.goto(`${server.origin}/host`);
  const widget = page.locator('colloquy-widget');
  await widget.getByRole('button', { name: 'Open chat' }).click();
  const chat = widget.frameLocator('iframe').getByRole('region', { name: 'Chat', exact: true });
  const field = chat.getByRole('textbox', { name: 'Message' });
  await expect(field).toBeEditable();
  const send = chat.getByRole('button', { name: 'Send message' });
  const minimize = chat.getByRole('button', { name: 'Minimize chat' });
  if (isBidi) {
    await insert(field, 'Hello there');
    await send.dispatchEvent('click');
  } else {
    await field.fill('Hello there');
    await field.press('Enter');
  }
  await expect(
    chat.getByRole('log', { name: 'Messages' }).locator('[data-message-text]').nth(1),
  ).toBeVisible();
  // That something was said, and not what.
  await expect.poll(() => page.evaluate(() => [...new Set(Reflect.get(window, 'told'))])).toEqual([null]);
  await (isBidi ? minimize.dispatchEvent('click') : minimize.click());
  await expect(widget.getByRole('button', { name: 'Open chat' })).toBeVisible();
  await page.evaluate(() => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['destroy']));
  await expect(page.locator('iframe')).toHaveCount(0);
});

/** As keys would, by the editor's own command. */
async function insert(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate(
    (element, given) => element.ownerDocument.execCommand('insertText', false, given),
    text,
  );
}

test('the brand of the host’s tag is the frame’s as well', async ({ page }) => {
  const accentOf = async (brand: string): Promise<string> => {
    await page.goto(`${server.origin}/host?brand=${encodeURIComponent(brand)}`);
    const widget = page.locator('colloquy-widget');
    await widget.getByRole('button', { name: 'Open chat' }).click();
    const chat = widget.frameLocator('iframe').getByRole('region', { name: 'Chat', exact: true });
    await expect(chat.getByRole('textbox', { name: 'Message' })).toBeEditable();
    return chat.evaluate((element) => getComputedStyle(element).getPropertyValue('--cq-accent'));
  };
  const [own, red, green] = [await accentOf(''), await accentOf('#b00060'), await accentOf('#00804a')];
  expect(new Set([own, red, green]).size).toBe(3);
});

function hostPage(port: string, brand: string): string {
  return `<!doctype html><html lang="en"><title>Host</title><p>A page.</p>
<script src="/widget.js" data-frame="http://localhost:${port}/frame" data-brand="${brand}" data-shadow="open"></script>
<script>window.told=[];Colloquy('on','message',(detail)=>told.push(detail ?? null));</script>`;
}

function framePage(origin: string): string {
  return `<!doctype html><html lang="en" data-hosts="${server.origin}" data-integration-id="${server.integrationId}"
 data-token-url="${origin}/token?customer=framed" data-host-url="${origin}" data-transports="sse" data-shadow="open">
<title>Chat</title><script type="module" src="/widget/inside.js"></script><body></body></html>`;
}
