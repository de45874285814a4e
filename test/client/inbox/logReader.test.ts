import { describe, expect, test } from 'vitest';
import { createLogReader, HOLD, RETRY } from '../../../src/client/inbox/logReader.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import type { LogEntry } from '../../../src/protocol/index.ts';
import { createScriptedConnector } from '../../../src/testing/index.ts';
import { settle } from '../settle.ts';

/** A reader at the beginning of a log of so many entries. */
function set(length: number, fetches: 'well' | 'never' | 'fails' = 'well') {
  const clock = createSimulatedClock();
  const far = createScriptedConnector(clock);
  for (let at = 1; at <= length; at++) far.says(`${at}`);
  const { engagementId } = far;
  const told: ChatEvent[] = [];
  const asked: number[] = [];
  let others = 0;
  let mode = fetches;
  const reader = createLogReader({
    engagementId,
    from: { epoch: far.logs.head(engagementId).epoch, seq: 0 },
    clock,
    fetchAfter: async (afterSeq) => {
      asked.push(afterSeq);
      if (mode === 'never') return new Promise(() => undefined);
      if (mode === 'fails') throw new Error('no');
      return far.logs.range(engagementId, afterSeq, 4);
    },
    emit: (event) => void told.push(event),
    onOtherEpoch: () => void others++,
  });
  const entries = far.logs.range(engagementId, 0, length);
  const entry = (seq: number): LogEntry => {
    const found = entries[seq - 1];
    if (!found) throw new Error(`no entry ${seq}`);
    return found;
  };
  const story = (): string =>
    told
      .map((event) => {
        if (event.type === 'ENTRY') return `${event.entry.seq}`;
        if (event.type === 'GAP_FILLED') return `+${event.entries.map((one) => one.seq).join('.')}`;
        return event.type === 'GAP_FOUND' ? 'gap' : 'gap-failed';
      })
      .join(' ');
  return {
    clock,
    far,
    reader,
    entry,
    asked,
    story,
    others: () => others,
    become: (next: typeof mode) => (mode = next),
  };
}

test('entries in order pass; doubles do not', () => {
  const { reader, entry, story } = set(3);
  for (const seq of [1, 1, 2, 1, 2, 3, 3]) reader.take(entry(seq), true);
  expect(story()).toBe('1 2 3');
  expect(reader.position.seq).toBe(3);
});

test('two that were swapped are put right without a gap being shown', async () => {
  const { reader, entry, story } = set(3, 'never');
  reader.take(entry(2), true);
  reader.take(entry(1), true);
  reader.take(entry(3), true);
  await settle();
  expect(story()).toBe('1 2 3');
});

test('what is missing is asked for, page by page, and told in order', async () => {
  const { reader, entry, story, asked } = set(12);
  reader.take(entry(1), true);
  reader.take(entry(12), true);
  await settle();
  expect(story()).toBe('1 2 3 4 5 6 7 8 9 10 11 12');
  expect(asked).toEqual([1, 5, 9]);
});

describe('what cannot be had in time', () => {
  test('shows a gap after two seconds, and the view goes on', () => {
    const { clock, reader, entry, story } = set(5, 'never');
    reader.take(entry(1), true);
    reader.take(entry(4), true);
    reader.take(entry(5), true);
    clock.advance(HOLD.ms - 1);
    expect(story()).toBe('1');
    clock.advance(1);
    expect(story()).toBe('1 gap 4 5');
  });

  test('shows it at once where it is refused, and is filled on the next try', async () => {
    const { reader, entry, story, become } = set(5, 'fails');
    reader.take(entry(1), true);
    reader.take(entry(4), true);
    await settle();
    expect(story()).toBe('1 gap 4 gap-failed');
    become('well');
    reader.retryGaps();
    await settle();
    expect(story()).toBe('1 gap 4 gap-failed +2.3');
  });

  test('is asked for again by itself, later each time, until it comes', async () => {
    const { clock, reader, entry, asked, story, become } = set(5, 'fails');
    reader.take(entry(1), true);
    reader.take(entry(4), true);
    await settle();
    const before = asked.length;
    await clock.advanceAsync(RETRY.firstMs + 2 * RETRY.firstMs);
    expect(asked.length - before).toBe(2);
    become('well');
    await clock.advanceAsync(4 * RETRY.firstMs);
    expect(story().endsWith('+2.3')).toBe(true);
    expect(clock.pending).toBe(0);
  });

  test('is left alone while nobody reads', async () => {
    const { clock, reader, entry, asked } = set(5, 'fails');
    reader.take(entry(1), true);
    reader.take(entry(4), true);
    reader.suspend();
    await settle();
    const before = asked.length;
    await clock.advanceAsync(RETRY.mostMs);
    expect(asked.length).toBe(before);
  });

  test('never holds more than its limit', () => {
    const { reader, entry, story } = set(HOLD.entries + 1, 'never');
    for (let seq = 2; seq <= HOLD.entries + 1; seq++) reader.take(entry(seq), true);
    expect(story().startsWith('gap 2 3')).toBe(true);
    expect(reader.position.seq).toBe(HOLD.entries + 1);
  });
});

describe('a head beyond what came', () => {
  test('is waited for a moment, then asked for: a lost last entry is found', async () => {
    const { clock, far, reader, entry, story } = set(2);
    reader.take(entry(1), true);
    reader.expect(far.logs.head(far.engagementId), false);
    await settle();
    expect(story()).toBe('1');
    clock.advance(1000);
    await settle();
    expect(story()).toBe('1 2');
  });

  test('is asked for again where that failed', async () => {
    const { clock, far, reader, story, become } = set(2, 'fails');
    reader.expect(far.logs.head(far.engagementId), true);
    await settle();
    become('well');
    await clock.advanceAsync(RETRY.firstMs);
    expect(story()).toBe('1 2');
  });

  test('is asked for at once where everything up to it was sent', async () => {
    const { far, reader, story } = set(2);
    reader.expect(far.logs.head(far.engagementId), true);
    await settle();
    expect(story()).toBe('1 2');
  });
});

test('another epoch is told, and nothing of it passes', () => {
  const { far, reader, story, others } = set(2);
  far.logs.rebuild(far.engagementId, 1);
  for (const entry of far.logs.range(far.engagementId, 0, 9)) reader.take(entry, true);
  reader.expect(far.logs.head(far.engagementId), true);
  expect(others()).toBe(2);
  expect(story()).toBe('');
});

test('a stopped reader is silent and leaves no timer', () => {
  const { clock, reader, entry, story } = set(3, 'never');
  reader.take(entry(3), true);
  reader.stop();
  reader.take(entry(1), true);
  expect(clock.pending).toBe(0);
  expect(story()).toBe('');
});
