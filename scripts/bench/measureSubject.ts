import type {
  AppendFigures,
  BurstFigures,
  FlingFigures,
  MountFigures,
  MoveFigures,
} from '../../test/bench/figures.ts';
import { measureMedia } from './measureMedia.ts';
import { openPage } from './openPage.ts';
import type { Cpu, OpenPage } from './openPage.ts';

/** What one subject cost in one round; by the name of the axis (see `AXES`), `undefined` where it did not finish. */
export type Figures = Readonly<Record<string, number | undefined>>;

/** How much is done: a smoke test asks for less. */
export interface BenchPlan {
  readonly throttle: number;
  /** Messages of the long list. */
  readonly many: number;
  /** Messages of the shorter one that is appended to. */
  readonly fewer: number;
  /** Messages of the shortest list, and of the longest, which only subjects that draw a window of it are shown. */
  readonly least: number;
  readonly most: number;
}

const APPENDS = 120;
const BURST = 1_000;
const BURST_MS = 1_000;
const FLING_FRAMES = 40;
const FLING_PX = 240;
const PAGE = 50;
const KEYS = 'please help me';
/** Between keys: more than the slowest subject needs for one. */
const KEY_MS = 100;

/** Measures a subject in fresh browsers: how it opens, appends to the shorter list, all else on the long one. */
export async function measureSubject(url: string, plan: BenchPlan, isWindowed: boolean): Promise<Figures> {
  return {
    ...(await inPage(url, plan, measureLeast)),
    ...(await inPage(url, plan, measureAppend)),
    ...(await inPage(url, plan, measureLong)),
    ...(await inPage(url, plan, ({ page }, { fewer }) => measureMedia(page, fewer))),
    ...(isWindowed && (await inPage(url, plan, measureMost))),
  };
}

async function measureLeast(opened: OpenPage, { least }: BenchPlan): Promise<Figures> {
  const { value, cpu } = await measureMount(opened, least);
  return { paintedLeastMs: value.paintedMs, mountLeastCpuMs: cpu.task };
}

async function measureMost(opened: OpenPage, { most }: BenchPlan): Promise<Figures> {
  const { value, cpu, foldCpuMs } = await measureMount(opened, most);
  return { paintedMostMs: value.paintedMs, mountMostCpuMs: cpu.task, foldMostCpuMs: foldCpuMs };
}

async function measureMount({ page, cpuOf, heapBytes }: OpenPage, count: number): Promise<Mounted> {
  await page.evaluate(`bench.prepare(${count})`);
  // What was made for it is not collected while the clock runs.
  await heapBytes();
  const fold = await cpuOf(() => page.evaluate('bench.receive()'));
  await heapBytes();
  const mounted = await cpuOf(async () => {
    const figures = await page.evaluate<MountFigures>('bench.mount()');
    await page.evaluate('bench.rest()');
    return figures;
  });
  return { ...mounted, foldCpuMs: fold.cpu.task };
}

/** `foldCpuMs`: to make a state of what came, before anybody looks. */
type Mounted = { readonly value: MountFigures; readonly cpu: Cpu; readonly foldCpuMs: number };

type Measure = (opened: OpenPage, plan: BenchPlan) => Promise<Figures>;

async function inPage(url: string, plan: BenchPlan, measure: Measure): Promise<Figures> {
  const opened = await openPage(url, plan.throttle);
  try {
    return await measure(opened, plan);
  } finally {
    await opened.close();
  }
}

async function measureAppend(opened: OpenPage, plan: BenchPlan): Promise<Figures> {
  const { page, cpuOf } = opened;
  const { paintedMs } = (await measureMount(opened, plan.fewer)).value;
  const { value, cpu } = await cpuOf(() => page.evaluate<AppendFigures>(`bench.append(${APPENDS})`));
  return {
    paintedFewerMs: paintedMs,
    appendCpuMs: cpu.task / value.count,
    appendScriptMs: cpu.script / value.count,
    appendLayoutMs: (cpu.layout + cpu.style) / value.count,
    appendFollows: Number(value.follows),
  };
}

async function measureLong(opened: OpenPage, { many }: BenchPlan): Promise<Figures> {
  const { page, cpuOf, heapBytes } = opened;
  const emptyBytes = await heapBytes();
  const mounted = await measureMount(opened, many);
  const heapMb = ((await heapBytes()) - emptyBytes) / 2 ** 20;
  const elements = await page.evaluate<number>('bench.elements()');
  const keys = await measureKeys(opened);
  const flung = (looks: boolean): Promise<FlingFigures> =>
    page.evaluate<FlingFigures>(`bench.fling(${FLING_FRAMES}, ${FLING_PX}, ${looks})`);
  const fling = await cpuOf(() => flung(false));
  const { blank } = await flung(true);
  const [inside, atTop] = await page.evaluate<readonly MoveFigures[]>(`bench.prepend(${PAGE})`);
  // To the end again, for the burst to be followed.
  await page.evaluate('bench.end()');
  const burst = await cpuOf(() => page.evaluate<BurstFigures>(`bench.burst(${BURST}, ${BURST_MS})`));
  return {
    paintedManyMs: mounted.value.paintedMs,
    mountCpuMs: mounted.cpu.task,
    heapMb,
    elements,
    ...keys,
    flingCpuMs: fling.cpu.task / fling.value.frames,
    flingBlank: blank,
    prependPx: inside?.finalPx,
    prependLargestPx: inside?.largestPx,
    prependTopPx: atTop?.finalPx,
    prependTopLargestPx: atTop?.largestPx,
    burstCpuMs: burst.cpu.task,
    burstLongestMs: burst.value.longestTaskMs,
    burstDropped: burst.value.droppedFrames,
    burstFollows: Number(burst.value.follows),
  };
}

async function measureKeys({ page, cpuOf }: OpenPage): Promise<Figures> {
  await page.evaluate('bench.listen()');
  // The first key of all makes what the others find made.
  await page.keyboard.press('a');
  await page.evaluate('bench.rest()');
  await page.evaluate('bench.listen()');
  const { cpu } = await cpuOf(async () => {
    await page.keyboard.type(KEYS, { delay: KEY_MS });
    await page.evaluate('bench.frames(3)');
  });
  const latencies = await page.evaluate<readonly number[]>('bench.keysMs()');
  return { keyMs: median(latencies), keyCpuMs: cpu.task / KEYS.length };
}

/** The middle one; undefined of none. */
export function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, two) => one - two)[values.length >> 1];
}
