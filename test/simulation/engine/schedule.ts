import type { Due, Process } from './process.ts';

/** Lines of the trace that a red seed prints, unless more are asked for. */
const KEPT_LINES = 80;
/** Of a line, so many letters enter the hash: who does what. Whole frames would cost more than they prove. */
const HASHED_LETTERS = 120;

/**
 * Virtual time: everything that will happen, in order of time, then of planning. One entry taken is one step. Whoever is
 * frozen finds his entries waiting when he thaws.
 */
export class Schedule {
  nowMs = 0;
  steps = 0;
  /** A running hash over the time and the name of every step: two runs of one seed must end with the same. */
  hash = 0x811c9dc5;
  private order = 0;
  private readonly heap: Due[] = [];
  /** Put into words only where somebody reads them. */
  private readonly lines: (readonly [nowMs: number, step: number, line: string])[] = [];
  private readonly keptLines: number;

  constructor(keptLines = KEPT_LINES) {
    this.keptLines = keptLines;
  }

  plan(delayMs: number, owner: Process, label: string, run: () => void, orElse?: () => void): Due {
    this.order += 1;
    const due = { atMs: this.nowMs + delayMs, order: this.order, owner, label, run, orElse };
    this.rise(due);
    return due;
  }

  /** Does the next thing. False when nothing is left, or nothing before `untilMs`. */
  step(untilMs = Infinity): boolean {
    for (let due = this.heap[0]; due; due = this.heap[0]) {
      const { run, owner } = due;
      if (run && due.atMs > untilMs) return false;
      this.sink();
      if (!run) continue;
      if (!owner.alive) {
        if (!due.orElse) continue;
        this.happen(due, due.orElse);
        return true;
      }
      if (owner.frozen) {
        owner.parked.push(due);
        continue;
      }
      this.happen(due, run);
      return true;
    }
    return false;
  }

  /** What waited for a frozen process happens now, in the order in which it came. */
  thaw(process: Process): void {
    process.frozen = false;
    for (const { run, owner, label, orElse } of process.parked.splice(0))
      if (run) this.plan(0, owner, label, run, orElse);
  }

  note(line: string): void {
    this.lines.push([this.nowMs, this.steps, line]);
    if (this.lines.length > 2 * this.keptLines) this.lines.splice(0, this.keptLines);
    let hash = this.hash ^ Math.floor(this.nowMs * 1000);
    const length = Math.min(line.length, HASHED_LETTERS);
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
    this.hash = hash >>> 0;
  }

  tail(): readonly string[] {
    return this.lines
      .slice(-this.keptLines)
      .map(([nowMs, step, line]) => `${(nowMs / 1000).toFixed(3).padStart(9)} #${step} ${line}`);
  }

  private happen(due: Due, run: () => void): void {
    this.nowMs = Math.max(this.nowMs, due.atMs);
    this.steps += 1;
    due.run = undefined;
    this.note(`${due.owner.name} ${due.label}`);
    run();
  }

  private rise(due: Due): void {
    const { heap } = this;
    let at = heap.length;
    heap.push(due);
    while (at > 0) {
      const parentAt = (at - 1) >>> 1;
      const parent = heap[parentAt];
      if (!parent || isBefore(parent, due)) break;
      heap[at] = parent;
      at = parentAt;
    }
    heap[at] = due;
  }

  private sink(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let childAt = 2 * at + 1;
      let child = heap[childAt];
      if (!child) break;
      const right = heap[childAt + 1];
      if (right && isBefore(right, child)) {
        childAt += 1;
        child = right;
      }
      if (isBefore(last, child)) break;
      heap[at] = child;
      at = childAt;
    }
    heap[at] = last;
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order);
}
