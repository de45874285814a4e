import { expect, test as base } from '@playwright/test';
import { openBook, readStories } from '../gate/support/storyBook.ts';
import type { Story, StoryBook } from '../gate/support/storyBook.ts';
import { isDrawn } from '../gate/support/storyDraw.ts';
import { MAIN_PROFILES } from '../gate/support/storyProfiles.ts';
import { prepareAlfa } from './support/alfa.ts';
import { ALFA_EXCEPTIONS, IBM_EXCEPTIONS } from './support/exceptions.ts';
import { judge } from './support/finding.ts';
import type { Exception, Finding } from './support/finding.ts';
import { askIbm, readIbm } from './support/ibm.ts';

/** Of all stories in dark. */
const SHARE = process.env['COLLOQUY_STORIES'] === 'all' ? 1 : 1 / 5;
const stories = readStories();

const test = base.extend<object, { readonly book: StoryBook; readonly askAlfa: Asked }>({
  book: [
    async ({ browser }, use) => {
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
      const page = await context.newPage();
      await page.addInitScript(readIbm());
      const book = await openBook(page);
      await use(book);
      await context.close();
      await book.close();
    },
    { scope: 'worker' },
  ],
  // It needs nothing of the browser's; but a fixture that asks for nothing is written in a way that lint does not know.
  askAlfa: [async ({ browser: _ }, use) => use(await prepareAlfa()), { scope: 'worker' }],
});

test('there are stories', () => {
  expect(stories.length).toBeGreaterThan(0);
});

for (const profile of MAIN_PROFILES)
  for (const story of stories) {
    if (profile.name !== 'light' && !isDrawn(story, profile, SHARE)) continue;
    test(nameOf('IBM', story, profile.name), async ({ book }) => {
      expect(await book.show(story, profile)).toBeUndefined();
      expect(await found(book, askIbm, IBM_EXCEPTIONS)).toEqual([]);
    });
    test(nameOf('Alfa', story, profile.name), async ({ book, askAlfa }) => {
      expect(await book.show(story, profile)).toBeUndefined();
      expect(await found(book, askAlfa, ALFA_EXCEPTIONS)).toEqual([]);
    });
  }

function nameOf(engine: string, { title, name }: Story, profile: string): string {
  return `${engine} in ${profile} | ${title}: ${name} breaks no rule`;
}

async function found(book: StoryBook, ask: Asked, exceptions: readonly Exception[]): Promise<string[]> {
  const isShown = await book.page.locator('#storybook-root main').count();
  return isShown > 0 ? judge(await ask(book.page), exceptions) : ['nothing is shown'];
}

type Asked = (page: StoryBook['page']) => Promise<readonly Finding[]>;
