import { recordTrace, tasksMs } from '../../test/gate/support/trace.ts';
import { openPage } from './openPage.ts';

/** What the way from the navigation to a field that takes text cost. */
export interface LoadFigures {
  /** From the navigation until the field takes text, milliseconds of wall time. */
  readonly usableMs: number;
  /** CPU over 50 ms of each task of the main thread until a second later, milliseconds. */
  readonly blockingMs: number;
  /** CPU of the main thread until then, milliseconds. */
  readonly cpuMs: number;
}

/** How a page is visited. */
export interface Visit {
  /** How many times slower than the machine. */
  readonly throttle: number;
  /** Over a slow mobile line: 150 ms each way and 1.6 Mbit/s, what Lighthouse calls slow 4G. */
  readonly slow: boolean;
}

/** So long is looked on after the field is there, milliseconds: what blocks then would block the first key. */
const AFTER_MS = 1000;
const LONG_MS = 50;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/**
 * Visits a page in a fresh browser with an empty cache. The page names its field in `globalThis.composer`, a function.
 * Rejects where the field does not take what is typed then.
 */
export async function measureLoad(url: string, { throttle, slow }: Visit): Promise<LoadFigures> {
  const opened = await openPage('about:blank', throttle, 'document.body !== null');
  const { page, cpuOf } = opened;
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    if (slow) await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await page.addInitScript(WATCH);
    const { value, cpu } = await cpuOf(() =>
      recordTrace(session, async () => {
        await page.goto(url, { waitUntil: 'commit' });
        const usable = await page.waitForFunction<number>('globalThis.usableMs');
        await page.waitForTimeout(AFTER_MS);
        return usable.jsonValue();
      }),
    );
    await page.evaluate('composer().focus()');
    await page.keyboard.type('x');
    const typed = await page.evaluate('composer().value ?? composer().textContent');
    if (typed !== 'x') throw new Error(`The field of ${url} did not take a letter.`);
    const blockingMs = tasksMs(value.events).reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0);
    return { usableMs: value.value, blockingMs, cpuMs: cpu.task };
  } finally {
    await opened.close();
  }
}

// The field is there when it has a place and takes text, and that counts when the frame that shows it is out.
const WATCH = `(() => {
  const look = () => {
    const field = globalThis.composer?.();
    const { width = 0, height = 0 } = field?.getBoundingClientRect() ?? {};
    if (width < 20 || height < 5 || field.disabled || field.readOnly) return requestAnimationFrame(look);
    const after = new MessageChannel();
    after.port1.onmessage = () => { globalThis.usableMs = performance.now(); };
    after.port2.postMessage(0);
  };
  requestAnimationFrame(look);
})()`;
