import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../../scripts/root.ts';
import { serveFolder } from '../../support/serveFolder.ts';
import type { Profile } from './storyProfiles.ts';

const BOOK = join(ROOT, 'storybook-static');

/** A story, as the built book lists it. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly tags: readonly string[];
}

/** The stories of the built book in its order. Throws where the book has not been built. */
export function readStories(): readonly Story[] {
  const { entries }: { entries: Record<string, Story & { type: string }> } = JSON.parse(
    readFileSync(join(BOOK, 'index.json'), 'utf8'),
  );
  return Object.values(entries).filter(({ type }) => type === 'story');
}

/**
 * The built book in one page, which goes from story to story without being loaded again: a page per story costs seconds each
 * on a busy machine. A story that is left is unmounted, and what it says afterwards counts against the next one.
 */
export async function openBook(page: Page): Promise<StoryBook> {
  const server = await serveFolder(BOOK);
  let said: string[] = [];
  page.on('pageerror', (error) => said.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== server.url) said.push(`asked ${url.origin}`);
  });
  let shown: { readonly id: string; readonly profile: Profile } | undefined;
  return {
    page,
    async show(story, profile) {
      await page.setViewportSize(profile.viewport);
      await page.emulateMedia({
        forcedColors: profile.forcedColors ? 'active' : 'none',
        reducedMotion: 'reduce',
      });
      // The book shows nothing new where it is turned to the page that it shows. Other globals draw that page once more, and
      // a book that is turned on while it draws loads itself anew.
      if (shown?.profile !== profile || shown.id === story.id) await openAtNoStory(page, server.url);
      shown = { id: story.id, profile };
      said = [];
      await page.evaluate(space, profile.spaced === true);
      return page.evaluate(turnTo, { id: story.id, globals: profile.globals });
    },
    said: () => said,
    close: () => server.close(),
  };
}

/** See `openBook`. */
export interface StoryBook {
  readonly page: Page;
  /** Shows a story and waits until it has been rendered and played; undefined, or what went wrong. */
  readonly show: (story: Story, profile: Profile) => Promise<string | undefined>;
  /** What the page complained about since the story was turned to, and requests that left for another host. */
  readonly said: () => readonly string[];
  readonly close: () => Promise<void>;
}

/** The book opened where there is no page, which it complains of. */
async function openAtNoStory(page: Page, url: string): Promise<void> {
  // The book's own axe panel must not run at the same time: axe refuses two runs on one page.
  await page.goto(`${url}/iframe.html?id=none&viewMode=story&globals=a11y.manual:!true`);
  await page.locator('body.sb-show-errordisplay').waitFor({ state: 'attached' });
}

/** Runs in the page: the spacing that no text may be lost by, or none. */
function space(wanted: boolean): void {
  document.querySelector('#reader-spacing')?.remove();
  if (!wanted) return;
  const style = document.createElement('style');
  style.id = 'reader-spacing';
  style.textContent = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;
  document.head.append(style);
}

/** Runs in the page. */
function turnTo({ id, globals }: TurnOrder): Promise<string | undefined> {
  const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__');
  return new Promise((resolve) => {
    const faults = ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing'];
    let fault: string | undefined;
    const failed = (told: unknown): void => {
      fault = JSON.stringify(told, ['name', 'message', 'title', 'description']);
      if (told === id) finished({ storyId: id });
    };
    const finished = (told: { readonly storyId: string }): void => {
      if (told.storyId !== id) return;
      channel.off('storyFinished', finished);
      for (const name of faults) channel.off(name, failed);
      resolve(fault);
    };
    channel.on('storyFinished', finished);
    for (const name of faults) channel.on(name, failed);
    channel.emit('updateGlobals', { globals });
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

interface TurnOrder {
  readonly id: string;
  readonly globals: Readonly<Record<string, string>>;
}
