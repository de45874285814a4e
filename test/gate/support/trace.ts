import type { CDPSession } from '@playwright/test';

/** An event of Chromium's trace, as far as one looks at it; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Wall time. */
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of its thread: how busy the machine is besides does not show in it. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Records what the browser does during some work. */
export async function recordTrace<T>(
  session: CDPSession,
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly events: readonly TraceEvent[] }> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => {
    for (const one of value) if (isTraceEvent(one)) events.push(one);
  };
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', '__metadata'],
    },
  });
  const value = await work();
  const isComplete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await isComplete;
  session.off('Tracing.dataCollected', collect);
  return { value, events };
}

/** CPU of the longest task of the page's main thread, milliseconds; 0 where there was none. See `tasksMs`. */
export function longestTaskMs(events: readonly TraceEvent[]): number {
  return Math.max(0, ...tasksMs(events));
}

/** CPU of each task of the page's main thread, milliseconds, without collections of garbage. */
export function tasksMs(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  );
  const onMain = events.filter((event) => event.ph === 'X' && mains.has(threadOf(event)));
  const collections = onMain.filter(({ name }) => /^(MinorGC|MajorGC)$/.test(name));
  const ownMs = (task: TraceEvent): number =>
    collections
      .filter((one) => threadOf(one) === threadOf(task) && isWithin(one, task))
      .reduce((sum, one) => sum - (one.tdur ?? 0), task.tdur ?? 0) / 1000;
  return onMain.filter(({ name }) => name === 'RunTask').map(ownMs);
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);
}

function isTraceEvent(input: object): input is TraceEvent {
  return 'name' in input && 'ph' in input && 'ts' in input;
}
