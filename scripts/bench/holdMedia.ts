import type { Page } from 'playwright';
import { MEDIA_PATH } from '../../test/bench/benchMedia.ts';

/** Gives the page its pictures, but not before it calls `releaseMedia`; from `holdMedia` on it waits for them again. */
export async function holdMedia(page: Page): Promise<void> {
  let release = (): void => undefined;
  let released = Promise.resolve();
  const hold = (): void => void (released = new Promise((resolve) => (release = resolve)));
  hold();
  await page.exposeFunction('holdMedia', hold);
  await page.exposeFunction('releaseMedia', () => release());
  await page.route(`**${MEDIA_PATH}*`, async (route) => {
    const [, width, height] = /(\d+)x(\d+)/.exec(route.request().url()) ?? [];
    await released;
    const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`;
    // The browser may have taken the picture back with its row.
    await route.fulfill({ contentType: 'image/svg+xml', body }).catch(() => undefined);
  });
}
