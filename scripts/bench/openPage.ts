import { chromium } from 'playwright';
import type { CDPSession, Page } from 'playwright';
import { BROWSER_ARGS, ensureBrowser } from '../browser.ts';

/** A fresh browser with one subject in it. */
export interface OpenPage {
  readonly page: Page;
  /** What the main thread spends on it, milliseconds of CPU: little disturbed by what else runs on the machine. */
  cpuOf<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly cpu: Cpu }>;
  /** Bytes of JavaScript in use, after a collection. */
  heapBytes(): Promise<number>;
  close(): Promise<void>;
}

/** Main-thread CPU, milliseconds: all tasks, and of it scripts, styles and layout. */
export interface Cpu {
  readonly task: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

/**
 * Opens `url` at 400 x 640 CSS px, `throttle` times slower than the machine.
 * @param ready an expression that is true as soon as the page is there.
 */
export async function openPage(
  url: string,
  throttle: number,
  ready = 'globalThis.bench !== undefined',
): Promise<OpenPage> {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...BROWSER_ARGS] });
  const page = await browser.newPage({ viewport: { width: 400, height: 640 } });
  page.setDefaultTimeout(300_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url);
  await page.waitForFunction(ready);
  if (throttle > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return {
    page,
    async cpuOf(work) {
      const before = await readCpu(session);
      const value = await work();
      const after = await readCpu(session);
      const cpu = {
        task: after.task - before.task,
        script: after.script - before.script,
        style: after.style - before.style,
        layout: after.layout - before.layout,
      };
      return { value, cpu };
    },
    async heapBytes() {
      for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    close: () => browser.close(),
  };
}

async function readCpu(session: CDPSession): Promise<Cpu> {
  const { metrics } = await session.send('Performance.getMetrics');
  const ms = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return {
    task: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    style: ms('RecalcStyleDuration'),
    layout: ms('LayoutDuration'),
  };
}
