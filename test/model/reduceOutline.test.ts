import { expect, test } from 'vitest';
import fc from '../support/property.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import {
  initialChatState,
  reduceChat,
  reduceOutline,
  type ChatEvent,
  type ChatState,
} from '../../src/model/index.ts';
import { asId, type LogEntry, type Participant } from '../../src/protocol/index.ts';
import { createScriptedConnector } from '../../src/testing/index.ts';

const AGENT: Participant = { participantId: asId('agent-1'), participantType: 'AGENT' };
const BOT: Participant = { participantId: asId('bot-1'), participantType: 'BOT' };

/** What both folds must agree on: all but the rows, and what is counted of them. */
function outlineOf({ engagements, ...rest }: ChatState): unknown {
  const facts = Object.values(engagements).map((one) => ({
    ...{ id: one.engagementId, status: one.status, dialogId: one.dialogId, joined: one.joined },
    ...{ participants: one.participants, headSeq: one.headSeq, lastUpdatedAtMs: one.lastUpdatedAtMs },
  }));
  return { ...rest, facts };
}

test('the fold without messages knows of everything else what the whole one knows, in whatever order it comes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(8), { maxLength: 20 }), fc.nat(8), (order, gap) => {
      const far = createScriptedConnector(createSimulatedClock());
      const { engagementId } = far;
      const view = far.view();
      for (const participant of [BOT, AGENT]) {
        far.logs.append(engagementId, { type: 'PARTICIPANT_ADDED', engagementId, participant });
        far.says('Hello');
      }
      far.logs.append(engagementId, { type: 'PARTICIPANT_DISCONNECTED', engagementId, participant: BOT });
      far.logs.append(engagementId, { type: 'PARTICIPANT_ADDED', engagementId, participant: BOT });
      far.logs.append(engagementId, { type: 'PARTICIPANT_DISCONNECTED', engagementId, participant: BOT });
      far.logs.append(engagementId, { type: 'ENGAGEMENT_TERMINATED', engagementId, dialogId: asId('d') });
      const entries: readonly LogEntry[] = far.logs.range(engagementId, 0, 100);
      const events: ChatEvent[] = [
        { type: 'INITIALIZED', facts: { ...view, kind: 'chat' }, engagements: view.engagements },
        ...order.flatMap((at): ChatEvent[] => {
          const entry = entries[at];
          return entry ? [{ type: 'ENTRY', entry, live: true }] : [];
        }),
        { type: 'GAP_FILLED', engagementId, afterSeq: 0, entries: entries.slice(0, gap) },
        { type: 'EVENT_STREAM_CONNECTED', atMs: 1 },
      ];
      const whole = events.reduce(reduceChat, initialChatState);
      const outline = events.reduce(reduceOutline, initialChatState);
      expect(outlineOf(outline)).toEqual(outlineOf(whole));
    }),
  );
});

test('a rebuilt log begins anew', () => {
  const far = createScriptedConnector(createSimulatedClock());
  const [engagement] = far.view().engagements;
  if (!engagement) throw new Error('no engagement');
  const { engagementId } = engagement;
  const events: ChatEvent[] = [
    { type: 'ENGAGEMENT_JOINED', engagementId, engagement },
    {
      type: 'ENGAGEMENT_RESET',
      engagementId,
      engagement: { ...engagement, head: { epoch: asId('other'), seq: 0 } },
    },
  ];
  const state = events.reduce(reduceOutline, initialChatState);
  expect(state.engagements[engagementId]).toMatchObject({ epoch: 'other', headSeq: 0, timeline: [] });
});
