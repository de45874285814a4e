import type { Clock } from '../../lib/index.ts';
import {
  asId,
  encodeCursor,
  type Cursor,
  type EngagementId,
  type EntryHeader,
  type Epoch,
  type Head,
  type Heads,
  type LogEntry,
  type LogId,
} from '../../protocol/index.ts';

/** An entry without its header. */
export type EntryFacts = LogEntry extends infer Entry
  ? Entry extends EntryHeader
    ? Omit<Entry, keyof EntryHeader>
    : never
  : never;

/** The logs of a far end: in memory, dense, with an epoch each. */
export interface FarLogs {
  append(log: string, facts: EntryFacts): Head;
  /** Entries after a place, in order; every entry's cursor is that of a reader who has all before it in this list. */
  after(positions: Map<string, number>): readonly LogEntry[];
  range(log: string, afterSeq: number, limit: number): readonly LogEntry[];
  head(log: string): Head;
  heads(): Heads;
  cursor(): Cursor;
  /** The log is rebuilt: another epoch, its entries numbered anew from `keep` on. */
  rebuild(log: string, keep?: number): void;
  onAppend(listener: () => void): () => void;
}

/** Makes the logs; `names` exist from the start. */
export function createFarLogs(clock: Clock, names: readonly string[]): FarLogs {
  const logs = new Map<string, { epoch: Epoch; facts: { facts: EntryFacts; at: string }[] }>();
  const listeners = new Set<() => void>();
  let epochs = 0;
  const nextEpoch = (): Epoch => asId<Epoch>(`epoch-${++epochs}`);
  const logOf = (name: string) => {
    const known = logs.get(name);
    if (known) return known;
    const fresh = { epoch: nextEpoch(), facts: [] };
    logs.set(name, fresh);
    return fresh;
  };
  for (const name of names) logOf(name);

  const head = (log: string): Head => ({ epoch: logOf(log).epoch, seq: logOf(log).facts.length });
  const heads = (): Heads => Object.fromEntries([...logs.keys()].map((log) => [log, head(log)]));
  const render = (log: string, seq: number, id: Cursor): readonly LogEntry[] => {
    const stored = logOf(log).facts[seq - 1];
    if (!stored) return [];
    const { facts, at } = stored;
    return [{ ...facts, id, log: asId<LogId>(log), epoch: logOf(log).epoch, seq, at }];
  };

  return {
    append(log, facts) {
      logOf(log).facts.push({ facts, at: new Date(clock.now()).toISOString() });
      for (const listener of [...listeners]) listener();
      return head(log);
    },
    after(positions) {
      const reached = new Map([...logs.keys()].map((log) => [log, positions.get(log) ?? 0]));
      return [...logs.keys()].flatMap((log) => {
        const missing = head(log).seq - (reached.get(log) ?? 0);
        return Array.from({ length: Math.max(0, missing) }, () => {
          reached.set(log, (reached.get(log) ?? 0) + 1);
          const at = [...reached].map(([name, seq]) => [name, { epoch: logOf(name).epoch, seq }] as const);
          return render(log, reached.get(log) ?? 0, encodeCursor(Object.fromEntries(at)));
        }).flat();
      });
    },
    range: (log, afterSeq, limit) =>
      Array.from({ length: Math.max(0, Math.min(limit, head(log).seq - afterSeq)) }, (_, at) =>
        render(log, afterSeq + at + 1, encodeCursor(heads())),
      ).flat(),
    head,
    heads,
    cursor: () => encodeCursor(heads()),
    rebuild(log, keep = 0) {
      const { facts } = logOf(log);
      logs.set(log, { epoch: nextEpoch(), facts: facts.slice(facts.length - keep) });
    },
    onAppend(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The log of an engagement bears its id. */
export function logOfEngagement(engagementId: EngagementId): string {
  return engagementId;
}
