import fc from '../../support/property.ts';
import { expect, test } from 'vitest';
import { reduceChat, type ChatEvent, type ChatState } from '../../../src/model/index.ts';
import { asId, type ClientMessageId } from '../../../src/protocol/index.ts';
import { createFakeChatClient, wireEngagement } from '../../support/fakeChatClient.ts';
import { againstModel, SIZE } from './runs.ts';

const { engagementId } = wireEngagement();
const step = fc.record({
  do: fc.constantFrom('queue', 'send', 'wait', 'reject', 'remove', 'mirror'),
  which: fc.integer({ min: 1, max: 8 }),
});

test(`a pending message stands once, in order of composing, until it is taken out (${SIZE})`, async () => {
  const base = createFakeChatClient();
  await base.start();
  await againstModel(step, (steps) => {
    let state: ChatState = base.getState();
    let model: string[] = [];
    for (const { do: what, which } of steps) {
      const clientMessageId = asId<ClientMessageId>(`own-${which}`);
      const one = { engagementId, clientMessageId };
      const before = state;
      state = reduceChat(state, eventOf(what, one, state));
      if (what === 'queue' && !model.includes(clientMessageId)) model = [...model, clientMessageId];
      if (what === 'remove') model = model.filter((key) => key !== clientMessageId);
      expect(state.engagements[engagementId]?.timeline.map((item) => item.key)).toEqual(model);
      const isUnchanged = what === 'mirror' || (what !== 'remove' && !model.includes(clientMessageId));
      expect(state).toEqual(isUnchanged ? before : state);
    }
  });
});

function eventOf(
  what: string,
  one: { engagementId: typeof engagementId; clientMessageId: ClientMessageId },
  state: ChatState,
): ChatEvent {
  const body = { type: 'text', text: 'x', format: 'plain' } as const;
  if (what === 'queue') return { type: 'MESSAGE_QUEUED', ...one, body, atMs: 0 };
  if (what === 'send') return { type: 'MESSAGE_SENDING', ...one };
  if (what === 'wait') return { type: 'MESSAGE_WAITING', ...one };
  if (what === 'reject')
    return { type: 'MESSAGE_REJECTED', ...one, code: 'internal', detail: '', retryable: true };
  if (what === 'mirror') return { type: 'STATE_MIRRORED', state: structuredClone(state) };
  return { type: 'MESSAGE_REMOVED', ...one };
}
