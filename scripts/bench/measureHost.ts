import { longestTaskMs, recordTrace, tasksMs } from '../../test/gate/support/trace.ts';
import { openPage } from './openPage.ts';

/** What one visit of a page cost; the last two only where there is a widget. */
export interface HostFigures {
  /** CPU of the main thread from the navigation until nothing has happened for a while, milliseconds. */
  readonly cpuMs: number;
  /** CPU over 50 ms of each task, summed, milliseconds: what Lighthouse calls blocking, without what else the machine does. */
  readonly blockingMs: number;
  /** CPU of the longest task, milliseconds. */
  readonly longestMs: number;
  /** Cumulative layout shift, as the browser counts. */
  readonly shift: number;
  readonly largestPaintMs: number;
  /** From opening the chat, whose code is there, to a field that takes text, milliseconds of wall time and of CPU. */
  readonly tapMs: number | undefined;
  readonly tapCpuMs: number | undefined;
}

/** So long nothing is to happen, milliseconds: the loader fetches the chat when the page is idle. */
const REST_MS = 4_000;
const LONG_MS = 50;

/** Visits a page in a fresh browser. */
export async function measureHost(url: string, throttle: number, hasWidget: boolean): Promise<HostFigures> {
  const opened = await openPage('about:blank', throttle, 'document.body !== null');
  const { page, cpuOf } = opened;
  try {
    const session = await page.context().newCDPSession(page);
    await page.addInitScript(WATCH);
    const { value: trace, cpu } = await cpuOf(() =>
      recordTrace(session, async () => {
        await page.goto(url, { waitUntil: 'load' });
        await page.waitForTimeout(REST_MS);
      }),
    );
    const seen = await page.evaluate<Pick<HostFigures, 'shift' | 'largestPaintMs'>>('seen');
    const tap = hasWidget ? await cpuOf(() => page.evaluate<number>(TAP)) : undefined;
    const blocking = tasksMs(trace.events).reduce((sum, ms) => sum + Math.max(0, ms - LONG_MS), 0);
    return {
      cpuMs: cpu.task,
      blockingMs: blocking,
      longestMs: longestTaskMs(trace.events),
      ...seen,
      tapMs: tap?.value,
      tapCpuMs: tap?.cpu.task,
    };
  } finally {
    await opened.close();
  }
}

const WATCH = `globalThis.seen = { shift: 0, largestPaintMs: 0 };
new PerformanceObserver((list) => { for (const one of list.getEntries()) if (!one.hadRecentInput) seen.shift += one.value; })
  .observe({ type: 'layout-shift', buffered: true });
new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.largestPaintMs = one.startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });`;

const TAP = `new Promise((resolve, reject) => {
  const begun = performance.now();
  Colloquy('open');
  const look = () => {
    const field = document.querySelector('colloquy-widget')?.shadowRoot?.querySelector('textarea:enabled');
    if (field) resolve(performance.now() - begun);
    else if (performance.now() - begun > 60000) reject(new Error('The chat did not open.'));
    else requestAnimationFrame(look);
  };
  look();
})`;
