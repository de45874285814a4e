import { describe, expect, test } from 'vitest';
import { createMirror } from '../../../src/client/tabs/mirror.ts';
import { advance, settle } from '../settle.ts';
import { tabsStage } from './tabsStage.ts';

test('a tab that wakes asks the leader once more before it takes the lead', async () => {
  const { clock, far, enters } = tabsStage();
  const [one, two] = [enters(), enters()];
  await one.client.start();
  await two.client.start();
  await settle();
  two.freeze();
  await advance(clock, 60_000, 500);
  far.says('Meanwhile');
  await settle();
  const opened = far.requests.length;
  two.thaw();
  await advance(clock, 3000);
  expect(far.requests.slice(opened).filter((request) => request.includes('/stream'))).toEqual([]);
  expect(two.texts()).toEqual(['Meanwhile']);
  expect(one.types()).not.toContain('STATE_MIRRORED');
});

test('the leader is reloaded: the list of the other tab stays, and has no hole', async () => {
  const { clock, far, enters } = tabsStage();
  const [one, two] = [enters(), enters(false)];
  await one.client.start();
  await two.client.start();
  for (let at = 0; at < 40; at++) far.says(`${at}`);
  await advance(clock, 500);
  const before = two.texts();
  const seen: (readonly string[])[] = [];
  two.client.subscribe(() => void seen.push(two.texts()));
  one.kill();
  const again = enters();
  const started = again.client.start();
  await advance(clock, 60_000, 500);
  await started;
  far.says('After');
  await advance(clock, 500);
  expect(before).toHaveLength(40);
  for (const list of seen) expect(list.slice(0, 40)).toEqual(before);
  expect(two.texts()).toEqual([...before, 'After']);
});

test('a new leader reads only what is newest: no list has a hole that is not seen', async () => {
  const { clock, far, enters } = tabsStage();
  const [one, two] = [enters(), enters(false)];
  await one.client.start();
  await two.client.start();
  for (let at = 0; at < 40; at++) far.says(`${at}`);
  await advance(clock, 500);
  two.freeze();
  one.kill();
  for (let at = 40; at < 80; at++) far.says(`${at}`);
  const holes: string[] = [];
  two.client.subscribe((event) => {
    const numbers = two.texts().map(Number);
    if (numbers.some((number, at) => at > 0 && number !== (numbers[at - 1] ?? 0) + 1)) holes.push(event.type);
  });
  const started = enters().client.start();
  await advance(clock, 1000);
  two.thaw();
  await advance(clock, 60_000, 500);
  await started;
  expect(holes).toEqual([]);
  expect(two.texts().at(-1)).toBe('79');
});

describe('what a leader that begins anew tells a tab with a list of its own', () => {
  const { far, enters } = tabsStage();
  const leader = { from: 'leader', term: 1 } as const;

  /** A mirror in a tab that shows one conversation, with all that it shows and asks. */
  async function mirrorOf(place: { readonly oldestSeq?: number; readonly headSeq?: number } = {}) {
    const { client } = enters();
    await client.start();
    await settle();
    const { engagements, ...rest } = client.getState();
    const shownHere = Object.values(engagements).map((one) => ({ ...one, ...place }));
    const state = {
      ...rest,
      engagements: Object.fromEntries(shownHere.map((one) => [one.engagementId, one])),
    };
    const shown: string[] = [];
    let pings = 0;
    const election = { isLeading: false, term: 1, leader: 'leader', ping: () => void (pings += 1) };
    const mirror = createMirror(
      { id: () => 'me', election: () => election },
      ({ type }) => void shown.push(type),
      () => state,
    );
    mirror.at = 0;
    return { mirror, state, shown, pings: () => pings };
  }

  test('its beginning is not folded over the list: the whole state is asked for', async () => {
    const { mirror, state, shown, pings } = await mirrorOf();
    if (!state.facts) throw new Error('no session');
    const event = { type: 'INITIALIZED', facts: state.facts, engagements: far.view().engagements } as const;
    expect(mirror.takeEvent({ type: 'event', ...leader, at: 1, event })).toBe(false);
    expect({ shown, pings: pings(), at: mirror.at }).toEqual({ shown: [], pings: 1, at: undefined });
  });

  test('one that has slept is followed once it has come near what is shown here', async () => {
    const { mirror, state, shown } = await mirrorOf({ oldestSeq: 50, headSeq: 60 });
    const tell = (headSeq: number): void => {
      const engagements = Object.values(state.engagements).map((one) => ({ ...one, oldestSeq: 1, headSeq }));
      const byId = Object.fromEntries(engagements.map((one) => [one.engagementId, one]));
      mirror.takeState({
        ...{ type: 'state', ...leader, to: 'me', at: 3 },
        state: { ...state, engagements: byId },
      });
    };
    for (let at = 0; at < 10; at++) tell(20);
    expect(shown).toEqual([]);
    tell(49);
    expect(shown).toEqual(['STATE_MIRRORED']);
    for (let at = 0; at < 30; at++) tell(20);
    expect(shown).toHaveLength(2);
  });

  test('its state is taken once it has read what is newest, or could not', async () => {
    const { mirror, state, shown } = await mirrorOf();
    const tell = (status: 'unloaded' | 'loading' | 'failed'): void => {
      const engagements = Object.values(state.engagements).map(({ oldestSeq: _unread, ...one }) => ({
        ...{ ...one, headSeq: 9 },
        history: status === 'failed' ? { status, detail: '' } : { status },
      }));
      const its = {
        ...state,
        engagements: Object.fromEntries(engagements.map((one) => [one.engagementId, one])),
      };
      mirror.takeState({ type: 'state', ...leader, to: 'me', at: 3, state: its });
    };
    tell('unloaded');
    tell('loading');
    expect(shown).toEqual([]);
    tell('failed');
    expect(shown).toEqual(['STATE_MIRRORED']);
    expect(mirror.at).toBe(3);
  });
});
