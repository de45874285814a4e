/** One line of the table. */
export interface Axis {
  readonly name: string;
  readonly words: string;
  readonly unit: string;
  /** Digits behind the point. */
  readonly digits: number;
}

/** What the table shows, in its order; the names are those of the figures. */
export const AXES: readonly Axis[] = [
  axis('paintedLeastMs', 'newest message painted, N = 100', 'ms', 0),
  axis('mountLeastCpuMs', 'the same, CPU until at rest', 'ms', 0),
  axis('paintedFewerMs', 'newest message painted, N = 1,000', 'ms', 0),
  axis('paintedManyMs', 'newest message painted, N = 10,000', 'ms', 0),
  axis('mountCpuMs', 'the same, CPU until at rest', 'ms', 0),
  axis('paintedMostMs', 'newest message painted, N = 100,000', 'ms', 0),
  axis('mountMostCpuMs', 'the same, CPU until at rest', 'ms', 0),
  axis('foldMostCpuMs', 'its entries made into a state before, CPU', 'ms', 0),
  axis('appendCpuMs', 'append at N = 1,000, CPU per message', 'ms', 2),
  axis('appendScriptMs', 'of it script', 'ms', 2),
  axis('appendLayoutMs', 'of it style and layout', 'ms', 2),
  axis('appendFollows', 'end followed', '1 = every time', 2),
  axis('burstCpuMs', '1,000 messages in a second, N = 10,000, CPU', 'ms', 0),
  axis('burstLongestMs', 'longest task over 50 ms', 'ms', 0),
  axis('burstDropped', 'frames dropped', '', 0),
  axis('burstFollows', 'end followed', '1 = every time', 2),
  axis('heapMb', 'JS heap, N = 10,000', 'MB', 1),
  axis('elements', 'elements, N = 10,000', '', 0),
  axis('flingCpuMs', 'fling, CPU per frame', 'ms', 2),
  axis('flingBlank', 'looks at an empty list, of 10', '', 0),
  axis('keyMs', 'key press to paint, N = 10,000', 'ms', 1),
  axis('keyCpuMs', 'CPU per key', 'ms', 2),
  axis('prependPx', 'page of 50 before, 400 px from the top: moved', 'px', 1),
  axis('prependLargestPx', 'at most on the way', 'px', 1),
  axis('prependTopPx', 'at the very top: moved', 'px', 1),
  axis('prependTopLargestPx', 'at most on the way', 'px', 1),
  axis('mediaPx', 'its pictures come late, 400 px from the top: moved', 'px', 1),
  axis('mediaLargestPx', 'at most on the way', 'px', 1),
  axis('mediaTopPx', 'at the very top: moved', 'px', 1),
  axis('mediaTopLargestPx', 'at most on the way', 'px', 1),
  axis('mediaAbovePx', 'pictures come late above what is read: at most', 'px', 1),
  axis('mediaEndPx', 'pictures come late at the end: off it at most', 'px', 1),
];

function axis(name: string, words: string, unit: string, digits: number): Axis {
  return { name, words, unit, digits };
}
