import type { Page } from 'playwright';

/**
 * A text leaves its region after 5 s (that it does is a test of its own, with a clock of its own); a screen reader on a busy
 * machine may come later. From now on, and again after each call, texts stay until `release` says that they were heard.
 */
export async function holdTexts(page: Page): Promise<void> {
  await page.evaluate(hold, TEXTS);
}

/** What was said may leave; rejects where the page is gone. */
export async function releaseTexts(page: Page): Promise<void> {
  await page.evaluate(release);
}

/** Also on pages that are loaded from now on. */
export async function holdTextsOfLater(page: Page): Promise<void> {
  await page.addInitScript(hold, TEXTS);
}

/** What is in the chat's two regions, in the open shadow root. */
export const TEXTS = '[aria-live][aria-relevant="additions"] > * > *';

/** Runs in the page. Timers of just these 5 s wait while there is a text that nobody has heard. A clock of Playwright's may lie between two calls. */
function hold(texts: string): void {
  const page: Window & Holding = window;
  page.isHoldingTexts = true;
  const { setTimeout: start, clearTimeout: clear } = page;
  if (page.holdingStart === start) return;
  const isWaitedFor = (): boolean =>
    page.isHoldingTexts === true &&
    !!document.querySelector('colloquy-widget')?.shadowRoot?.querySelector(texts);
  const later = new Map<number, number>();
  const startHolding = (task: () => void, delayMs?: number): number => {
    if (delayMs !== 5000) return start(task, delayMs);
    const look = (): void => {
      if (isWaitedFor()) return void later.set(id, start(look, 50));
      later.delete(id);
      task();
    };
    const id = start(look, delayMs);
    return id;
  };
  page.clearTimeout = (id) => {
    clear(id);
    clear(later.get(id ?? 0));
  };
  Object.assign(page, { setTimeout: startHolding, holdingStart: startHolding });
}

/** Runs in the page. */
function release(): void {
  const page: Window & Holding = window;
  page.isHoldingTexts = false;
}

interface Holding {
  isHoldingTexts?: boolean;
  /** Ours, as long as nobody has put another in its place. */
  holdingStart?: unknown;
}
