import { expect, test, type Locator, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

const NAMES = ['left', 'right'];

let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname }) => (pathname === '/host' ? { body: pageOf() } : undefined));
});
test.afterAll(() => server.stop());

test('two widgets of a page hold two conversations, and one that is destroyed leaves the other as it is', async ({
  page,
}) => {
  await page.goto(`${server.origin}/host`);
  const [left, right] = [partsOf(page, 'left'), partsOf(page, 'right')];
  await say(left, 'Said on the left');
  await say(right, 'Said on the right');
  await right.field.fill('Half a sent');
  await say(left, 'And once more');
  await expect(right.log.getByText('Said on the left')).toHaveCount(0);
  await expect(left.log.getByText('Said on the right')).toHaveCount(0);
  await expect(right.field).toHaveValue('Half a sent');

  await page.evaluate(() => Reflect.get(window, 'Colloquy').widget('left').destroy());
  await expect(page.locator('#left colloquy-widget')).toHaveCount(0);
  await expect(right.field).toHaveValue('Half a sent');
  await say(right, 'Still there');
  await expect(right.log.getByText('Said on the right')).toBeVisible();
});

function pageOf(): string {
  const tags = NAMES.map(
    (name) => `<div id="${name}" style="height: 300px"></div>
<script src="/widget.js" data-name="${name}" data-integration-id="${server.integrationId}" data-token-url="/token?customer=${name}"
 data-target="#${name}" data-shell="inline" data-storage="none" data-transports="sse" data-shadow="open"></script>`,
  );
  return `<!doctype html><html lang="en"><title>Host</title>${tags.join('')}`;
}

interface Parts {
  readonly field: Locator;
  readonly log: Locator;
}

function partsOf(page: Page, name: string): Parts {
  const widget = page.locator(`#${name}`);
  return {
    field: widget.getByRole('textbox', { name: 'Message' }),
    log: widget.getByRole('log', { name: 'Messages' }),
  };
}

async function say({ field, log }: Parts, text: string): Promise<void> {
  await expect(field).toBeEditable();
  await field.fill(text);
  await field.press('Enter');
  await expect(log.getByText(text, { exact: true })).toBeVisible();
}
