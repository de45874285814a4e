import { expect, test } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname, host }) => {
    if (pathname === '/host') return { html: hostPage(new URL(server.origin).port) };
    return pathname === '/frame' ? { html: framePage(`http://${host}`) } : undefined;
  });
});
test.afterAll(() => server.stop());

test('in a frame of its own the chat speaks, and the page around it hears no word', async ({ page }) => {
  await page.goto(`${server.origin}/host`);
  const widget = page.locator('colloquy-widget');
  await widget.getByRole('button', { name: 'Open chat' }).click();
  const chat = widget.frameLocator('iframe').getByRole('region', { name: 'Chat', exact: true });
  const field = chat.getByRole('textbox', { name: 'Message' });
  await expect(field).toBeEditable();
  await field.fill('Hello there');
  await field.press('Enter');
  await expect(
    chat.getByRole('log', { name: 'Messages' }).locator('[data-message-text]').nth(1),
  ).toBeVisible();
  // That something was said, and not what.
  await expect.poll(() => page.evaluate(() => [...new Set(Reflect.get(window, 'told'))])).toEqual([null]);
  await chat.getByRole('button', { name: 'Minimize chat' }).click();
  await expect(widget.getByRole('button', { name: 'Open chat' })).toBeVisible();
  await page.evaluate(() => Reflect.apply(Reflect.get(window, 'Colloquy'), undefined, ['destroy']));
  await expect(page.locator('iframe')).toHaveCount(0);
});

function hostPage(port: string): string {
  return `<!doctype html><html lang="en"><title>Host</title><p>A page.</p>
<script src="/widget.js" data-frame="http://localhost:${port}/frame" data-shadow="open"></script>
<script>window.told=[];Colloquy('on','message',(detail)=>told.push(detail ?? null));</script>`;
}

function framePage(origin: string): string {
  return `<!doctype html><html lang="en" data-hosts="${server.origin}" data-integration-id="${server.integrationId}"
 data-token-url="${origin}/token?customer=framed" data-host-url="${origin}" data-transports="sse" data-shadow="open">
<title>Chat</title><script type="module" src="/widget/inside.js"></script><body></body></html>`;
}
