import { expect, test, type Locator, type Page } from '@playwright/test';
import { startChatServer, type ChatServer } from './support/chatServer.ts';

/** The chat on a page whose token endpoint takes its time, or is down. */
let server: ChatServer;
test.beforeAll(async () => {
  server = await startChatServer(({ pathname, searchParams }) =>
    pathname === '/host' ? { body: pageOf(searchParams) } : undefined,
  );
});
test.afterAll(() => server.stop());

test('one can write before the token has come; what was sent stands in the list, and goes once', async ({
  page,
}) => {
  const answer = await holdToken(page);
  const { chat, field } = await openHost(page, 'early');
  await send(field, 'Am I too early?');
  await send(field, 'Hello?');
  await expectWords(chat, ['Am I too early?', 'Hello?']);
  await field.fill('Meanwhile');
  answer('well');
  await expect(chat.getByText('Delivered').last()).toBeVisible();
  await expect(chat.getByText(/^(Waiting to send|Sending)$/)).toHaveCount(0);
  await expectWords(chat, ['Am I too early?', 'Hello?']);
  await expect(field).toHaveValue('Meanwhile');
  await expect(field).toBeFocused();
});

for (const how of ['down', 'refused'] as const)
  test(`a token that is not to be had (${how}) costs neither what was sent nor what was being written`, async ({
    page,
  }) => {
    const answer = await holdToken(page);
    const { chat, field } = await openHost(page, how);
    await send(field, 'Are you there?');
    await field.fill('Half a sent');
    answer(how);
    await expect(chat.getByRole('alert')).toBeVisible();
    await page.unroute('**/token*');
    await chat.getByRole('button', { name: 'Try again' }).click();
    await expect(chat.getByText('Delivered')).toHaveCount(1);
    await expectWords(chat, ['Are you there?']);
    await expect(field).toHaveValue('Half a sent');
  });

const STATUS = { down: 503, refused: 403 } as const;
type Answer = 'well' | keyof typeof STATUS;

/** Holds what the page asks its token endpoint until the answer is decided. */
async function holdToken(page: Page): Promise<(how: Answer) => void> {
  let decide: (how: Answer) => void = () => undefined;
  const decided = new Promise<Answer>((resolve) => (decide = resolve));
  await page.route('**/token*', async (route) => {
    const how = await decided;
    return how === 'well' ? route.continue() : route.fulfill({ status: STATUS[how] });
  });
  return decide;
}

async function openHost(page: Page, customer: string): Promise<{ chat: Locator; field: Locator }> {
  await page.goto(`${server.origin}/host?customer=${customer}`);
  const chat = page.locator('colloquy-widget');
  const field = chat.getByRole('textbox', { name: 'Message' });
  await field.waitFor();
  return { chat, field };
}

async function send(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Enter');
  await expect(field).toHaveValue('');
}

/** What the customer has said, in its order, each once. */
async function expectWords(chat: Locator, words: readonly string[]): Promise<void> {
  for (const one of words) await expect(chat.getByText(one, { exact: true })).toHaveCount(1);
}

function pageOf(asked: URLSearchParams): string {
  return `<!doctype html><html lang="en"><title>Host</title><p>A page.</p>
    <script async src="/widget.js" data-integration-id="${server.integrationId}" data-shadow="open" data-open
      data-token-url="/token?customer=${asked.get('customer') ?? 'guest'}" data-transports="sse"></script>`;
}
