import { expect, test } from '@playwright/test';
import { buildPage } from '../../scripts/bench/buildPage.ts';
import { measureMedia } from '../../scripts/bench/measureMedia.ts';
import { serveFolder } from '../support/serveFolder.ts';

const MESSAGES = 1_000;

let server: Awaited<ReturnType<typeof serveFolder>>;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  server = await serveFolder(await buildPage('late'));
});
test.afterAll(() => server.close());

for (const subject of ['ours', 'widget'])
  test(`pictures that come late move nothing that is read: ${subject}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 400, height: 640 });
    await page.goto(`${server.url}/#${subject}`);
    await page.waitForFunction('globalThis.bench !== undefined');
    // The browser's own keeping of the place is off, as it is missing in Safari: the list does it alone.
    const figures = await measureMedia(page, MESSAGES);
    expect(await page.evaluate('getComputedStyle(document.querySelector("[role=log]")).overflowAnchor')).toBe(
      'none',
    );
    // Rows may be as high as a part of a pixel; what is scrolled to is whole in Firefox, before as after.
    for (const [place, px] of Object.entries(figures)) expect(px, place).toBeLessThan(1);
  });
