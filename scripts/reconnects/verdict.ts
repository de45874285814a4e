/** One thing that happened to one stream; times count from the kill. */
export interface Mark {
  readonly atMs: number;
  /** `attempt`: a socket was due to be asked for; `handshake`: one that came to stand, at the time of its attempt; `back`: the connector's hello came; `answer`: an HTTP status. */
  readonly kind: 'attempt' | 'handshake' | 'back' | 'failed' | 'answer';
  readonly stream: number;
  readonly status?: number;
}

/** What the test plan asks of a storm (row R11). */
export const BARS = { backWithinMs: 30_000, peakOverMean: 3, noFaultsAfterMs: 10_000 } as const;

/** What came of one storm. */
export interface Verdict {
  /** Sockets that were asked for, those included that nobody answered, and the most of them in one second. */
  readonly attempts: number;
  readonly attemptsPeak: number;
  /** From the kill until the first stream was back, until half were, and until the last was; Infinity where one is not. */
  readonly firstBackMs: number;
  readonly backMs: number;
  readonly medianBackMs: number;
  /** Attempts that came to a handshake: in the busiest second, and on average per second between the first and the last. */
  readonly peak: number;
  readonly mean: number;
  readonly faults: readonly string[];
}

/** Holds the marks of one storm against the bars. @param streams how many there are, numbered from 0. */
export function judgeStorm(marks: readonly Mark[], streams: number): Verdict {
  const backAt = new Map<number, number>();
  for (const { kind, stream, atMs } of marks) if (kind === 'back') backAt.set(stream, atMs);
  const backs = [...backAt.values()].sort((a, b) => a - b);
  const away = streams - backs.length;
  const backMs = away > 0 ? Infinity : (backs.at(-1) ?? Infinity);
  const timesOf = (wanted: Mark['kind']): readonly number[] =>
    marks
      .filter(({ kind }) => kind === wanted)
      .map(({ atMs }) => atMs)
      .sort((a, b) => a - b);
  const attempts = timesOf('attempt');
  const handshakes = timesOf('handshake');
  const peak = busiestSecond(handshakes);
  const spanMs = (handshakes.at(-1) ?? 0) - (handshakes[0] ?? 0);
  const mean = handshakes.length / Math.max(1, spanMs / 1000);
  const late = marks.filter(
    ({ kind, status = 0, atMs }) => kind === 'answer' && status >= 500 && atMs > BARS.noFaultsAfterMs,
  );
  const faults = [
    ...(away > 0 ? [`${away} streams are not back`] : []),
    ...(away === 0 && backMs > BARS.backWithinMs ? [`the last stream was back after ${backMs} ms`] : []),
    ...(peak > BARS.peakOverMean * mean
      ? [`${peak} handshakes in one second, ${mean.toFixed(0)} on average`]
      : []),
    ...(late.length > 0 ? [`${late.length} answers of 5xx after ${BARS.noFaultsAfterMs} ms`] : []),
  ];
  const firstBackMs = backs[0] ?? Infinity;
  const medianBackMs = backs[Math.floor(backs.length / 2)] ?? Infinity;
  return {
    attempts: attempts.length,
    attemptsPeak: busiestSecond(attempts),
    firstBackMs,
    backMs,
    medianBackMs,
    peak,
    mean,
    faults,
  };
}

/** The most of these times, in order, within any one second. */
export function busiestSecond(sorted: readonly number[]): number {
  let most = 0;
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) >= 1000) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
