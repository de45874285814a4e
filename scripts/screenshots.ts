import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { signIn } from '../test/e2e/support/agent.ts';
import { visitShop } from '../test/e2e/support/customer.ts';
import { startDemo } from '../test/e2e/support/demo.ts';
import type { DemoConfig } from '../test/e2e/support/demo.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.ts';
import { ROOT } from './root.ts';

/** Takes the pictures of the README from the running demo, of one real conversation: `docs/images/*.png`. */
const IMAGES = process.argv[2] ?? join(ROOT, 'docs/images');
const DESKTOP = { width: 1180, height: 800 };
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

mkdirSync(IMAGES, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
try {
  const shop = await (await browser.newContext(look(DESKTOP))).newPage();
  const desk = await (await browser.newContext(look(DESK))).newPage();
  await converse(shop, desk, demo.config);
  await shoot(shop, 'widget-light', 'light', DESKTOP);
  await shoot(shop, 'widget-dark', 'dark', DESKTOP);
  await shoot(shop, 'phone-light', 'light', PHONE);
  await shoot(shop, 'phone-dark', 'dark', PHONE);
  await shoot(desk, 'desk-light', 'light', DESK);
  await shoot(desk, 'desk-dark', 'dark', DESK);
  const arabic = await visitShop(shop, demo.config.demoUrl, { locale: 'ar', open: '' });
  await arabic.page.getByRole('log').getByText('Decaf is back').waitFor();
  await shoot(shop, 'phone-rtl', 'light', PHONE);
} finally {
  await browser.close();
  await demo.stop();
}

/** A signed-in customer is greeted, asks for a person and gets one. */
async function converse(shop: Page, desk: Page, { demoUrl, deskUrl, agents }: DemoConfig): Promise<void> {
  const [who] = agents;
  if (who === undefined) throw new Error('The demo has no agent.');
  await shop.request.post(new URL('/sign-in', demoUrl).href, {
    data: { user: 'mara' },
    headers: { origin: new URL(demoUrl).origin },
  });
  const agent = await signIn(desk, deskUrl, who);
  const customer = await visitShop(shop, demoUrl);
  await customer.open();
  await customer.says('Good morning!');
  await customer.presses('Talk to a person');
  await agent.accepts();
  await agent.says('Good morning Mara, this is Alex. What can I do for you?');
  await customer.sees('What can I do for you?');
  await customer.says('Is the decaf back? The last bag was lovely.');
  await agent.sees('Is the decaf back?');
  await agent.says('Decaf is back since Tuesday. Shall I put a bag into your Friday box?');
  await customer.sees('Friday box');
  await customer.says('Yes please, whole beans.');
  await agent.sees('whole beans');
}

async function shoot(
  page: Page,
  name: string,
  colorScheme: 'light' | 'dark',
  size: typeof PHONE,
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize(size);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
  });
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
}

function look(viewport: typeof PHONE): object {
  return { viewport, deviceScaleFactor: 2, locale: 'en-GB', reducedMotion: 'reduce' };
}
