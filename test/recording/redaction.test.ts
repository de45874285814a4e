import { expect, test } from 'vitest';
import { createRedactor } from '../../src/recording/index.ts';
import { initialChatState, reduceChat } from '../../src/model/index.ts';
import type { ChatEvent, ChatState } from '../../src/model/index.ts';
import { asId } from '../../src/protocol/index.ts';
import type { AttachmentId, MessageBody } from '../../src/protocol/index.ts';
import { accepted, arrived, came, person, terminated, went } from '../support/chatEntries.ts';
import { wireEngagement } from '../support/fakeChatClient.ts';
import fc from '../support/property.ts';

/** Words that stand nowhere in our own vocabulary. */
const secret = fc.stringMatching(/^[QWZ][qwz]{5,9}[1-9]{2}$/);
const url = secret.map((word) => `https://${word}.example/${word}`);

const body: fc.Arbitrary<MessageBody> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: secret, format: fc.constant('markdown' as const) }),
  fc.record({ word: secret, url }).map(({ word, url }): MessageBody => ({
    type: 'carousel',
    text: word,
    items: [
      {
        title: word,
        description: word,
        mediaUrl: url,
        actions: [
          { type: 'reply', text: word, payload: word, iconUrl: url },
          { type: 'link', text: word, uri: url },
        ],
      },
    ],
  })),
  fc.record({ word: secret }).map(({ word }): MessageBody => ({
    ...{ type: 'location', text: word, latitude: 52.52, longitude: 13.4, name: word, address: word },
  })),
  fc.record({ word: secret, url }).map(({ word, url }): MessageBody => ({
    type: 'files',
    text: word,
    attachments: [
      {
        attachmentId: asId<AttachmentId>(word),
        name: `${word}.pdf`,
        sizeBytes: 9,
        contentType: `x/${word}`,
        url,
      },
    ],
  })),
  fc.record({ word: secret }).map(({ word }): MessageBody => ({
    ...{ type: 'choice', action: 'reply', text: word, payload: word },
  })),
);

/** A session in which everything that could be somebody's is a secret word. */
const session: fc.Arbitrary<readonly ChatEvent[]> = fc
  .record({ name: secret, engagement: secret, bodies: fc.array(body, { minLength: 1, maxLength: 8 }) })
  .map(({ name, engagement, bodies }) => {
    const agent = person(`${name}7`, 'AGENT', name);
    const options = { engagement };
    return [
      {
        type: 'ENGAGEMENT_JOINED',
        engagementId: asId(engagement),
        engagement: wireEngagement('messaging', engagement),
      },
      came(1, agent, options),
      ...bodies.map((each, at) =>
        at % 2 === 0
          ? arrived(at + 2, each, { ...options, sender: agent })
          : accepted(at + 2, each, {
              ...options,
              clientMessageId: `${name}${at}`,
              parent: `message-${at + 1}`,
            }),
      ),
      { type: 'TYPING_STARTED', engagementId: asId(engagement), participant: agent },
      { type: 'SESSION_FAILED', code: 'unreachable', detail: name },
      went(bodies.length + 2, agent, options),
      terminated(bodies.length + 3, options),
    ];
  });

const stateOf = (events: readonly ChatEvent[]): ChatState => events.reduce(reduceChat, initialChatState);

function redactAll(events: readonly ChatEvent[], redact = createRedactor()): readonly ChatEvent[] {
  return events.flatMap((event) => redact(event) ?? []);
}

test('nothing of the original letters survives', () => {
  fc.assert(
    fc.property(session, (events) => {
      const kept = redactAll([...events, { type: 'STATE_MIRRORED', state: stateOf(events) }]);
      expect(kept).toHaveLength(events.length + 1);
      expect(JSON.stringify(kept)).not.toMatch(/[qwz]{2}|[QWZ][qwz]|52\.52|13\.4/);
    }),
  );
});

test('what the redacted events make is what redaction makes of what the events make', () => {
  fc.assert(
    fc.property(session, (events) => {
      const redact = createRedactor();
      const folded = stateOf(redactAll(events, redact));
      const [mirrored] = redactAll([{ type: 'STATE_MIRRORED', state: stateOf(events) }], redact);
      expect(mirrored).toEqual({ type: 'STATE_MIRRORED', state: folded });
    }),
  );
});

test('equal ids have equal pseudonyms, other ids have others, and the chosen answer is still the offered one', () => {
  const offer: MessageBody = {
    ...{ type: 'text', text: 'Which?', format: 'plain' },
    actions: ['one', 'two'].map((payload) => ({ type: 'reply', text: payload, payload })),
  };
  const state = stateOf(
    redactAll([
      {
        type: 'ENGAGEMENT_JOINED',
        engagementId: asId('here'),
        engagement: wireEngagement('messaging', 'here'),
      },
      arrived(1, offer, { engagement: 'here' }),
      accepted(
        2,
        { type: 'choice', action: 'reply', text: 'two', payload: 'two' },
        { engagement: 'here', parent: 'message-1' },
      ),
    ]),
  );
  const [first, second] = Object.values(state.engagements)[0]?.timeline.flatMap((item) =>
    item.kind === 'message' ? [item.message] : [],
  ) ?? [undefined, undefined];
  expect(second?.parentMessageId).toBe(first?.messageId);
  expect(first?.body).toMatchObject({
    text: 'Xxxxx?',
    actions: [{ text: 'xxx' }, { payload: second?.body.type === 'choice' && second.body.payload }],
  });
});
