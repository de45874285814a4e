import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test as base } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { openBook, readStories } from './support/storyBook.ts';
import type { StoryBook } from './support/storyBook.ts';
import { isDrawn } from './support/storyDraw.ts';
import { findMisfits } from './support/storyFit.ts';
import { MAIN_PROFILES, MORE_PROFILES, REFLOW_PROFILES } from './support/storyProfiles.ts';
import type { Profile } from './support/storyProfiles.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WANTED = process.env['COLLOQUY_STORIES'];
/** Of all stories in each of the further profiles. */
const SHARE = WANTED === 'all' ? 1 : 1 / 5;

const stories = readStories();
const test = base.extend<object, { readonly book: StoryBook }>({
  book: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
      const page = await context.newPage();
      await page.addInitScript(AXE);
      const book = await openBook(page);
      await use(book);
      await context.close();
      await book.close();
    },
    { scope: 'worker' },
  ],
});

test('there are stories', () => {
  expect(stories.length).toBeGreaterThan(0);
});

if (WANTED === 'reflow') {
  for (const profile of REFLOW_PROFILES) for (const story of stories) check(story, profile);
} else {
  for (const profile of MAIN_PROFILES) for (const story of stories) check(story, profile);
  for (const profile of MORE_PROFILES)
    for (const story of stories) if (isDrawn(story, profile, SHARE)) check(story, profile);
}

function check(story: (typeof stories)[number], profile: Profile): void {
  const name = `${profile.name} | ${story.title}: ${story.name} renders quietly, plays and passes axe`;
  test(name, async ({ book }, info) => {
    const fault = await book.show(story, profile);
    const violations = await book.page.evaluate(runAxe);
    const misfits = WANTED === 'reflow' ? await book.page.evaluate(findMisfits) : [];
    const complaints = [...(fault === undefined ? [] : [fault]), ...violations, ...misfits, ...book.said()];
    if (complaints.length > 0)
      await info.attach('page', { body: await book.page.screenshot(), contentType: 'image/png' });
    expect(complaints).toEqual([]);
  });
}

/** Runs in the page: every rule there is, on the whole page. */
async function runAxe(): Promise<string[]> {
  const axe = Reflect.get(window, 'axe');
  // Axe takes the colour of letters from -webkit-text-fill-color, which forced colours leave alone, and of the ground from
  // what they make of it: https://github.com/dequelabs/axe-core/issues/3978. So the two are made one.
  if (matchMedia('(forced-colors: active)').matches)
    for (const element of document.querySelectorAll<HTMLElement>('#storybook-root *'))
      element.style.setProperty('-webkit-text-fill-color', getComputedStyle(element).color);
  const { violations }: AxeResults = await axe.run(document, { resultTypes: ['violations'] });
  const nothing = document.querySelector('#storybook-root main') ? [] : ['nothing is shown'];
  return nothing.concat(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  );
}
