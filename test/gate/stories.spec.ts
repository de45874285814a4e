import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/root.ts';
import { serveFolder } from '../support/serveFolder.ts';
import type { FolderServer } from '../support/serveFolder.ts';

interface Story {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly name: string;
  readonly tags?: readonly string[];
}

const BOOK = join(ROOT, 'storybook-static');
const { entries }: { entries: Record<string, Story> } = JSON.parse(
  readFileSync(join(BOOK, 'index.json'), 'utf8'),
);
const stories = Object.values(entries).filter(({ type }) => type === 'story');

let server: FolderServer;

test.beforeAll(async () => {
  server = await serveFolder(BOOK);
});

test.afterAll(async () => {
  await server.close();
});

test('there are stories', () => {
  expect(stories.length).toBeGreaterThan(0);
});

for (const story of stories) {
  test(`${story.title}: ${story.name} renders quietly and passes axe, light and dark`, async ({ page }) => {
    const said = listen(page);
    for (const scheme of ['light', 'dark']) {
      // The book's own axe panel must not run at the same time: axe refuses two runs on one page.
      const globals = `scheme:${scheme};a11y.manual:!true`;
      await page.goto(`${server.url}/iframe.html?id=${story.id}&viewMode=story&globals=${globals}`);
      await expect(page.locator('body')).toHaveClass(/sb-show-main/);
      await expect(page.locator('#storybook-root > *').first()).toBeAttached();
      const { violations } = await new AxeBuilder({ page })
        .include('#storybook-root')
        // A story is a piece of a page: it need not have the landmarks and the heading of a whole one.
        .disableRules(['region', 'page-has-heading-one', 'landmark-one-main'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ).toEqual([]);
    }
    expect(said).toEqual([]);
  });
}

/** Collects what the page complains about, and requests that leave for another host. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== server.url) said.push(`asked ${url.origin}`);
  });
  return said;
}
