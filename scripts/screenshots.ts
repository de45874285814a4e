import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { startDemo } from '../test/e2e/support/demo.ts';
import type { DemoConfig } from '../test/e2e/support/demo.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.ts';
import { ROOT } from './root.ts';

/** Takes the pictures of the README from the running demo: `docs/images/*.png`. */
const IMAGES = join(ROOT, 'docs/images');
const SHOTS = [
  { name: 'widget-desktop-light', width: 1180, height: 800, scheme: 'light', mobile: false },
  { name: 'widget-desktop-dark', width: 1180, height: 800, scheme: 'dark', mobile: false },
  { name: 'widget-phone-light', width: 390, height: 844, scheme: 'light', mobile: true },
  { name: 'widget-phone-dark', width: 390, height: 844, scheme: 'dark', mobile: true },
] as const;

mkdirSync(IMAGES, { recursive: true });
const demo = await startDemo();
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
try {
  for (const shot of SHOTS) await shootWidget(browser, demo.config, shot);
  await shootDesk(browser, demo.config);
} finally {
  await browser.close();
  await demo.stop();
}

async function shootWidget(
  from: Browser,
  { demoUrl }: DemoConfig,
  shot: (typeof SHOTS)[number],
): Promise<void> {
  const page = await openPage(from, shot.width, shot.height, shot.scheme, shot.mobile);
  await page.goto(`${demoUrl}?shadow=open`);
  await page.getByRole('button', { name: 'Open chat' }).click();
  await page.getByRole('textbox', { name: 'Message' }).fill('Hello! Where is my order?');
  await page.getByRole('button', { name: 'Send message' }).click();
  await page.getByRole('log', { name: 'Messages' }).getByRole('button').first().waitFor();
  await settle(page);
  await page.screenshot({ path: join(IMAGES, `${shot.name}.png`) });
  await page.context().close();
}

async function shootDesk(from: Browser, { deskUrl, demoUrl, agents }: DemoConfig): Promise<void> {
  const [agent] = agents;
  if (agent === undefined) throw new Error('The demo has no agent.');
  const desk = await openPage(from, 1280, 800, 'light', false);
  await desk.goto(deskUrl);
  await desk.getByRole('textbox', { name: /user/i }).fill(agent.user);
  await desk.getByLabel(/password/i).fill(agent.password);
  await desk.getByRole('button', { name: /sign in/i }).click();

  const customer = await openPage(from, 1180, 800, 'light', false);
  await customer.goto(`${demoUrl}?shadow=open`);
  await customer.getByRole('button', { name: 'Open chat' }).click();
  await customer.getByRole('textbox', { name: 'Message' }).fill('talk to a person');
  await customer.getByRole('button', { name: 'Send message' }).click();
  await desk
    .getByRole('button', { name: /accept/i })
    .first()
    .click();
  await settle(desk);
  await desk.screenshot({ path: join(IMAGES, 'desk.png') });
  await customer.context().close();
  await desk.context().close();
}

async function openPage(
  from: Browser,
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
  isMobile: boolean,
): Promise<Page> {
  const context = await from.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    colorScheme,
    isMobile,
    hasTouch: isMobile,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Fonts are in and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
  });
}
