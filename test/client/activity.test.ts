import { describe, expect, test } from 'vitest';
import { createSeenMarks } from '../../src/client/seen.ts';
import { createTyping } from '../../src/client/typing.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { asId, type EngagementId, type Participant } from '../../src/protocol/index.ts';
import { advance, settle, stage } from './settle.ts';

const ID = asId<EngagementId>('e');
const ADA: Participant = { participantId: asId('ada'), participantType: 'AGENT' };

describe('what counts as activity', () => {
  test('sending does, receiving does not', async () => {
    const { client, clock, far, types } = stage();
    await client.start();
    await settle();
    await advance(clock, 200_000, 5000);
    far.says('Are you there?');
    await advance(clock, 99_000, 5000);
    expect(types()).not.toContain('IDLE_TIMEOUT_EXPIRED');
    await advance(clock, 2000, 500);
    expect(client.getState().idle.status).toBe('warning');
    await client.send(far.engagementId, { body: { type: 'text', text: 'Yes' } });
    expect(client.getState().idle.status).toBe('active');
  });

  test('nobody there ends the session as inactive, and a new start begins anew', async () => {
    const { client, clock, far } = stage();
    await client.start();
    await settle();
    await advance(clock, 331_000, 1000);
    expect(client.getState().session).toEqual({ status: 'ended', reason: 'USER_INACTIVE' });
    expect(clock.pending).toBe(0);
    await client.start();
    await settle();
    expect(client.getState().session.status).toBe('open');
    expect(far.sessionsCreated).toBe(2);
  });
});

describe('typing', () => {
  test('of the customer is told at most once in three seconds', () => {
    const clock = createSimulatedClock();
    const told: string[] = [];
    const typing = createTyping({ clock, tell: (id) => void told.push(id), emit: () => undefined });
    for (let press = 0; press < 31; press++) {
      typing.notify(ID);
      clock.advance(100);
    }
    expect(told).toHaveLength(2);
  });

  test('of others ends by itself when nothing renews it', () => {
    const clock = createSimulatedClock();
    const told: string[] = [];
    const typing = createTyping({
      clock,
      tell: () => undefined,
      emit: (event) => void told.push(event.type),
    });
    typing.take({ type: 'TYPING_STARTED', engagementId: ID, participant: ADA });
    clock.advance(9000);
    typing.take({ type: 'TYPING_STARTED', engagementId: ID, participant: ADA });
    clock.advance(9999);
    expect(told).toEqual([]);
    clock.advance(1);
    expect(told).toEqual(['TYPING_STOPPED']);
    expect(clock.pending).toBe(0);
  });

  test('arrives as a signal and is shown', async () => {
    const { client, far } = stage();
    await client.start();
    await settle();
    far.signals({ type: 'TYPING_STARTED', engagementId: far.engagementId, participant: far.agent });
    await settle();
    expect(client.getState().engagements[far.engagementId]?.typing).toEqual([far.agent]);
  });
});

describe('read marks', () => {
  test('of one scroll become one request with the newest mark, and never go back', async () => {
    const clock = createSimulatedClock();
    const sent: number[] = [];
    const seen = createSeenMarks({ clock, send: async (_id, upToSeq) => void sent.push(upToSeq) });
    for (const mark of [3, 5, 4, 9]) seen.mark(ID, mark);
    clock.advance(500);
    expect(seen.mark(ID, 8)).toBe(false);
    clock.advance(500);
    expect(sent).toEqual([9]);
  });

  test('that did not arrive are sent when the line is back', async () => {
    const clock = createSimulatedClock();
    const sent: number[] = [];
    let isDown = true;
    const seen = createSeenMarks({
      clock,
      send: async (_id, upToSeq) => {
        if (isDown) throw new Error('down');
        sent.push(upToSeq);
      },
    });
    seen.mark(ID, 3);
    clock.advance(500);
    await settle();
    isDown = false;
    seen.resume();
    expect(sent).toEqual([3]);
  });
});
