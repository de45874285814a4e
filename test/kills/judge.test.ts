import { expect, test } from 'vitest';
import type { Note } from '../../scripts/kills/history.ts';
import { judge } from '../../scripts/kills/judge.ts';

type Seen = Extract<Note, { readonly type: 'seen' }>;

const place = { customer: 'ann', log: 'log', epoch: 'e' };
const accepted = (number: number, seq: number): Note => ({
  type: 'accepted',
  ...place,
  number,
  text: `ann#${number}`,
  clientMessageId: `c${number}`,
  messageId: `m${number}`,
  seq,
});
const own = (reader: 'live' | 'fresh', number: number, seq: number): Seen => ({
  type: 'seen',
  reader,
  ...place,
  seq,
  entry: 'MESSAGE_ACCEPTED',
  text: `ann#${number}`,
  messageId: `m${number}`,
  clientMessageId: `c${number}`,
});
const reply = (reader: 'live' | 'fresh', number: number, seq: number): Seen => ({
  type: 'seen',
  reader,
  ...place,
  seq,
  entry: 'MESSAGE_ARRIVED',
  text: `agent-alex#${number}`,
  messageId: `r${number}`,
});
const told = (number: number): Note => ({
  type: 'agent-accepted',
  agent: 'alex',
  number,
  text: `agent-alex#${number}`,
  dialog: 'd',
  messageId: `a${number}`,
});
const desk = (number: number, index: number): Note => ({
  type: 'desk',
  dialog: 'd',
  index,
  sender: 'CUSTOMER',
  text: `ann#${number}`,
});
const ended = (entry: string, number: number, seq: number): readonly Note[] =>
  (['live', 'fresh'] as const).map((reader) => ({
    type: 'seen',
    reader,
    ...place,
    seq,
    entry,
    messageId: `m${number}`,
  }));

/** Two messages and a reply, all well. */
const GOOD: readonly Note[] = [
  accepted(1, 1),
  accepted(2, 3),
  told(1),
  ...(['live', 'fresh'] as const).flatMap((reader) => [
    own(reader, 1, 1),
    reply(reader, 1, 2),
    own(reader, 2, 3),
  ]),
  desk(1, 1),
  desk(2, 3),
];
const without = (gone: (note: Note) => boolean): readonly Note[] => GOOD.filter((note) => !gone(note));

test('a run in which all is where it should be is clean', () => {
  expect(judge(GOOD)).toMatchObject({ accepted: 2, replies: 1, isClean: true });
});

const LOST: readonly (readonly [string, readonly Note[]])[] = [
  ['an accepted message without an entry', without((note) => note.type === 'seen' && note.seq === 3)],
  [
    'an accepted message that is not on the desk',
    without((note) => note.type === 'desk' && note.index === 3),
  ],
  ['a customer without any log', without((note) => note.type === 'seen' && note.reader === 'fresh')],
  ['a reply that never arrived', without((note) => note.type === 'seen' && note.seq === 2)],
  [
    'a log that went on without its stream',
    without((note) => note.type === 'seen' && note.reader === 'live' && note.seq === 3),
  ],
  ['an entry that was shown and then gone', [...GOOD, own('live', 3, 4)]],
];
test.each(LOST)('%s is a loss', (_name, notes) => {
  const verdict = judge(notes);
  expect(verdict.lost.length).toBeGreaterThan(0);
  expect(verdict.isClean).toBe(false);
});

const DOUBLED: readonly (readonly [string, readonly Note[]])[] = [
  ['a second entry of one message', [...GOOD, own('fresh', 2, 4), own('live', 2, 4)]],
  ['a message twice on the desk', [...GOOD, desk(2, 4)]],
  ['a reply twice in the log', [...GOOD, reply('fresh', 1, 4), reply('live', 1, 4)]],
  ['an entry shown twice', [...GOOD, own('live', 2, 3)]],
  ['a repeated send with another answer', [...GOOD, accepted(2, 4)]],
];
test.each(DOUBLED)('%s is a double', (_name, notes) => {
  const verdict = judge(notes);
  expect(verdict.doubled.length).toBeGreaterThan(0);
  expect(verdict.isClean).toBe(false);
});

const DISORDERED: readonly (readonly [string, readonly Note[]])[] = [
  ['a hole in the log', GOOD.map((note) => ('seq' in note && note.seq === 3 ? { ...note, seq: 4 } : note))],
  [
    'messages that changed places',
    GOOD.map((note) => {
      if (!('seq' in note) || (note.seq !== 1 && note.seq !== 3)) return note;
      return { ...note, seq: 4 - note.seq };
    }).toSorted((a, b) => ('seq' in a && 'seq' in b ? a.seq - b.seq : 0)),
  ],
  [
    'messages that changed places on the desk',
    [...without((note) => note.type === 'desk'), desk(2, 1), desk(1, 2)],
  ],
];
test.each(DISORDERED)('%s is a break of order', (_name, notes) => {
  const verdict = judge(notes);
  expect(verdict.disordered.length).toBeGreaterThan(0);
  expect(verdict.isClean).toBe(false);
});

test('a message that is not on the desk is no loss where its customer was told so, and counts apart', () => {
  const notes = [
    ...without((note) => note.type === 'desk' && note.index === 3),
    ...ended('MESSAGE_UNCONFIRMED', 2, 4),
  ];
  expect(judge(notes)).toMatchObject({ unconfirmed: 1, isClean: true });
});

test('a message that is told as failed and yet stands on the desk breaks the promise', () => {
  expect(judge([...GOOD, ...ended('MESSAGE_FAILED', 2, 4)]).broken).toHaveLength(1);
});
