import { expect, test } from 'vitest';
import { createLogger, createSimulatedClock } from '../../src/lib/index.ts';
import { createKeptList } from '../../src/server/keptList.ts';

interface Entry {
  readonly id: string;
}

function setUp(first: readonly string[]) {
  const clock = createSimulatedClock();
  const lines: string[] = [];
  const logger = createLogger('DEBUG', (level, text, fields) =>
    lines.push(`${level} ${text} ${JSON.stringify(fields)}`),
  );
  let ids: readonly string[] | Error = first;
  let readings = 0;
  const heard: (readonly Entry[])[] = [];
  const list = createKeptList<Entry>({
    clock,
    logger,
    source: async () => {
      readings += 1;
      if (ids instanceof Error) throw ids;
      return ids.map((id) => ({ id }));
    },
    onRead: (entries) => void heard.push(entries),
  });
  const become = (next: readonly string[] | Error): void => void (ids = next);
  return { clock, lines, list, become, heard, readings: () => readings };
}

test('what is known is told without another reading', async () => {
  const { list, readings } = setUp(['a']);
  expect(await list.all()).toEqual([{ id: 'a' }]);
  expect(await list.find('a')).toEqual({ id: 'a' });
  expect(readings()).toBe(1);
});

test('an unknown id is looked for once more, at most once a second', async () => {
  const { clock, list, become, heard, readings } = setUp(['a']);
  await list.all();
  become(['a', 'b']);
  expect(await list.find('b')).toBeUndefined();
  clock.advance(1000);
  expect(await Promise.all([list.find('b'), list.find('b')])).toEqual([{ id: 'b' }, { id: 'b' }]);
  expect(await list.find('c')).toBeUndefined();
  expect(readings()).toBe(2);
  expect(heard).toEqual([[{ id: 'a' }], [{ id: 'a' }, { id: 'b' }]]);
});

test('a first reading that fails is told; a later one leaves the last list in force', async () => {
  const { clock, lines, list, become } = setUp([]);
  become(new RangeError('no such file'));
  await expect(list.all()).rejects.toThrow('no such file');
  become(['a']);
  expect(await list.find('a')).toEqual({ id: 'a' });
  become(new RangeError('half a file'));
  clock.advance(1000);
  expect(await list.find('b')).toBeUndefined();
  expect(await list.find('a')).toEqual({ id: 'a' });
  expect(lines).toEqual([expect.stringContaining('half a file')]);
});

test('a list given as such stays as it is', async () => {
  const clock = createSimulatedClock();
  const list = createKeptList({ source: [{ id: 'a' }], clock, logger: createLogger('OFF', () => undefined) });
  expect(await list.find('b')).toBeUndefined();
  expect(await list.all()).toEqual([{ id: 'a' }]);
});
