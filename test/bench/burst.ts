import type { BenchMessage } from './benchMessages.ts';
import type { BurstFigures } from './figures.ts';
import { framePainted } from './frames.ts';

const FRAME_MS = 1000 / 60;
/** A task is long from here on, as the browser counts. */
const LONG_MS = 50;

/** Sends so many messages, evenly over the time; each comes in a task of its own, as from a socket. */
const SENDER = `onmessage = ({ data: [count, durationMs] }) => {
  const begun = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.min(count, Math.floor(((performance.now() - begun) / durationMs) * count));
    while (sent < due) postMessage(sent++);
    if (sent >= count) clearInterval(timer);
  }, 1);
};`;

/** Hands over the messages within the time, and tells what the main thread made of it. */
export async function burst(
  messages: readonly BenchMessage[],
  durationMs: number,
  onMessage: (message: BenchMessage) => void,
): Promise<Omit<BurstFigures, 'count' | 'follows'>> {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const drawn: number[] = [];
  let isOn = true;
  const onFrame = (at: number): void => {
    drawn.push(at);
    if (isOn) requestAnimationFrame(onFrame);
  };
  requestAnimationFrame(onFrame);
  await deliver(messages, durationMs, onMessage);
  await framePainted();
  isOn = false;
  await framePainted();
  observer.disconnect();
  const gaps = drawn.slice(1).map((at, index) => at - (drawn[index] ?? at));
  return {
    longestTaskMs: Math.max(0, ...tasks),
    blockingMs: tasks.reduce((sum, ms) => sum + ms - LONG_MS, 0),
    droppedFrames: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME_MS) - 1), 0),
  };
}

async function deliver(
  messages: readonly BenchMessage[],
  durationMs: number,
  onMessage: (message: BenchMessage) => void,
): Promise<void> {
  const url = URL.createObjectURL(new Blob([SENDER], { type: 'text/javascript' }));
  const sender = new Worker(url);
  await new Promise<void>((resolve) => {
    sender.onmessage = ({ data }: MessageEvent<number>) => {
      const message = messages[data];
      if (message) onMessage(message);
      if (data === messages.length - 1) resolve();
    };
    sender.postMessage([messages.length, durationMs]);
  });
  sender.terminate();
  URL.revokeObjectURL(url);
}
