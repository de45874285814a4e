import { expect, test as base } from '@playwright/test';
import { openBook, readStories } from '../gate/support/storyBook.ts';
import type { Story, StoryBook } from '../gate/support/storyBook.ts';
import { isDrawn } from '../gate/support/storyDraw.ts';
import { MAIN_PROFILES, MORE_PROFILES } from '../gate/support/storyProfiles.ts';
import type { Profile } from '../gate/support/storyProfiles.ts';

/** What moves by itself makes another picture every time. */
const RESTLESS = /^(panels-live|panels-scenarios|when-things|theme-studio)/;
/** The moment of the stories: 21 November 2026, 14:05 UTC. */
const NOW_MS = Date.UTC(2026, 10, 21, 14, 5);
const PROFILES = [...MAIN_PROFILES, ...MORE_PROFILES];
const isWhole = process.env['COLLOQUY_STORIES'] === 'all';
/** Chromium with Debian's fonts-liberation has it, and draws it alike on every machine as long as both are of one release. */
const FONT = `* { font-family: 'Liberation Sans', Arial, sans-serif !important; }`;

const test = base.extend<object, { readonly book: StoryBook }>({
  book: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', deviceScaleFactor: 1 });
      const page = await context.newPage();
      await page.clock.setFixedTime(NOW_MS);
      const book = await openBook(page);
      await use(book);
      await context.close();
      await book.close();
    },
    { scope: 'worker' },
  ],
});

for (const [story, profile] of chosen())
  test(`${profile.name} | ${story.title}: ${story.name} looks as it did`, async ({ book }) => {
    expect(await book.show(story, profile)).toBeUndefined();
    await book.page.addStyleTag({ content: FONT });
    await book.page.evaluate(() => document.fonts.ready);
    await expect(book.page).toHaveScreenshot(`${story.id}-${profile.name.replaceAll(' ', '-')}.png`);
  });

/** One pair of story and profile in fourteen: half as many pictures as stories, all profiles alike. With `--all` each. */
function chosen(): readonly (readonly [Story, Profile])[] {
  const calm = readStories().filter(({ id }) => !RESTLESS.test(id));
  const share = isWhole ? 1 : 1 / 14;
  // One profile after the other: for another one the book is opened anew.
  return PROFILES.flatMap((profile) =>
    calm.filter((story) => isDrawn(story, profile, share)).map((story) => [story, profile] as const),
  );
}
