import fc from '../support/property.ts';
import { describe, expect, test } from 'vitest';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { initialChatState, mirrorState, reduceChat, type ChatState } from '../../src/model/index.ts';
import { asId, type ClientMessageId, type SessionId } from '../../src/protocol/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';

const LONGEST = 30;
const far = createScriptedConnector(createSimulatedClock());
const view = far.view();
for (let at = 0; at < LONGEST; at++) far.says(`${at}`);
const log = far.logs.range(far.engagementId, 0, 1000);

/** What a tab shows that has read the entries from one to another, both included; nothing where `to` is below `from`. */
function tabThatRead(from: number, to: number): ChatState {
  const begun = reduceChat(initialChatState, {
    type: 'INITIALIZED',
    facts: { ...view, kind: 'messaging' },
    engagements: view.engagements.map((one) => ({ ...one, head: { ...one.head, seq: from - 1 } })),
  });
  return log
    .slice(from - 1, to)
    .reduce((state, entry) => reduceChat(state, { type: 'ENTRY', entry, live: false }), begun);
}

function rowsOf(state: ChatState): readonly number[] {
  const rows = state.engagements[far.engagementId]?.timeline ?? [];
  return rows.map((item) => (item.kind === 'message' ? (item.message.seq ?? Infinity) : -1));
}

const mirrored = (own: ChatState, state: ChatState): ChatState =>
  reduceChat(own, { type: 'STATE_MIRRORED', state: mirrorState(own, state) });

test('nothing that joins on leaves the screen, and no list has a silent hole', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 1, max: LONGEST }), fc.integer({ min: 0, max: LONGEST }))
    .map(([from, length]) => [from, Math.min(LONGEST, from + length - 1)] as const);
  fc.assert(
    fc.property(stretch, stretch, ([a, b], [c, d]) => {
      const [mine, its] = [tabThatRead(a, b), tabThatRead(c, d)];
      const rows = rowsOf(mirrored(mine, its));
      rows.forEach((seq, at) => expect(seq).toBe((rows[0] ?? 0) + at));
      expect(rows).toEqual(expect.arrayContaining([...rowsOf(its)]));
      const joinsOn = b >= c - 1 && a <= d + 1;
      const kept = joinsOn ? rowsOf(mine) : [];
      expect([...rows].sort((one, other) => one - other)).toEqual(
        [...new Set([...kept, ...rowsOf(its)])].sort((one, other) => one - other),
      );
    }),
  );
});

test('a leader that has slept takes nothing off the list of the others, and tells the rest once more', () => {
  const [mine, its] = [tabThatRead(1, 9), tabThatRead(1, 6)];
  let state = mirrored(mine, its);
  expect(rowsOf(state)).toEqual(rowsOf(mine));
  for (const entry of log.slice(6, 12)) state = reduceChat(state, { type: 'ENTRY', entry, live: false });
  expect(rowsOf(state)).toEqual(rowsOf(tabThatRead(1, 12)));
});

test('one that has read nothing yet takes nothing off the list of the others, however often it tells of itself', () => {
  const [mine, its] = [tabThatRead(5, 9), tabThatRead(5, 4)];
  expect(rowsOf(mirrored(mirrored(mine, its), its))).toEqual(rowsOf(mine));
});

test('what is unsent is told by the other tab alone', () => {
  const queued = (state: ChatState, id: string): ChatState =>
    reduceChat(state, {
      ...{ type: 'MESSAGE_QUEUED', engagementId: far.engagementId, atMs: 0 },
      clientMessageId: asId<ClientMessageId>(id),
      body: { type: 'text', text: id, format: 'plain' },
    });
  const state = mirrored(queued(tabThatRead(1, 9), 'mine'), queued(tabThatRead(4, 6), 'its'));
  const keys = state.engagements[far.engagementId]?.timeline.map(({ key }) => key);
  expect(keys).toHaveLength(10);
  expect(keys?.at(-1)).toBe('its');
});

test('a tab that is about to begin does not empty the list of the others', () => {
  const mine = tabThatRead(1, 9);
  const its = reduceChat(initialChatState, { type: 'SESSION_STARTING' });
  const state = mirrored(mine, its);
  expect(state.session.status).toBe('starting');
  expect(rowsOf(state)).toEqual(rowsOf(mine));
  expect(state.engagementIds).toEqual(mine.engagementIds);
});

test('another session keeps nothing of conversations that it does not know', () => {
  const mine = tabThatRead(1, 9);
  const other = {
    ...view,
    kind: 'messaging',
    sessionId: asId<SessionId>('another'),
    engagements: [],
  } as const;
  const its = reduceChat(initialChatState, { type: 'INITIALIZED', facts: other, engagements: [] });
  expect(mirrored(mine, its)).toBe(its);
});

describe('a list with a gap', () => {
  const gap = { type: 'GAP_FOUND', engagementId: far.engagementId, afterSeq: 3, beforeSeq: 5 } as const;

  test('gives way where it is newer: nobody would fill what is behind', () => {
    const its = tabThatRead(4, 6);
    expect(mirrored(reduceChat(tabThatRead(1, 9), gap), its)).toBe(its);
  });

  test('stays on the screen before what the other has read, with the gap in sight', () => {
    const state = mirrored(reduceChat(tabThatRead(1, 9), gap), tabThatRead(7, 12));
    expect(rowsOf(state)).toEqual([1, 2, 3, -1, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('loses the gap that the other begins with: what is missing there is on the screen', () => {
    // It joined behind 4, heard 7, and could not have what is between.
    const leader = log
      .slice(6, 8)
      .reduce(
        (state, entry) => reduceChat(state, { type: 'ENTRY', entry, live: false }),
        reduceChat(tabThatRead(5, 4), { ...gap, afterSeq: 4, beforeSeq: 7 }),
      );
    expect(rowsOf(leader)).toEqual([-1, 7, 8]);
    expect(rowsOf(mirrored(tabThatRead(1, 8), leader))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('shows what it has in the place of a gap of the other', () => {
    const leader = reduceChat(tabThatRead(1, 9), { ...gap, afterSeq: 9, beforeSeq: 12 });
    const its = log
      .slice(11, 12)
      .reduce((state, entry) => reduceChat(state, { type: 'ENTRY', entry, live: false }), leader);
    expect(rowsOf(mirrored(tabThatRead(5, 12), its))).toEqual(rowsOf(tabThatRead(1, 12)));
    expect(rowsOf(mirrored(tabThatRead(11, 12), its))).toEqual(rowsOf(its));
  });

  test('loses the gap where the other has read what is missing', () => {
    const state = mirrored(reduceChat(tabThatRead(1, 9), gap), tabThatRead(3, 12));
    expect(rowsOf(state)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});
