import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { MessageList } from '../../src/components/index.ts';
import type { ChatMessage } from '../../src/model/index.ts';
import { build, createChatPage, onTestingLibrary } from '../../src/testing/index.ts';

const { card } = build;

test('what is built is drawn, and its cards can be read and pressed by their names', async () => {
  const onAction = vi.fn<(message: ChatMessage, action: unknown) => void>();
  const items = build.timeline(
    'Good morning',
    build.message(card.replies('Which size?', 'Small', 'Large'), { seq: 2 }),
    build.message(card.carousel({ title: 'Beans', buttons: ['Take beans'] }, 'Leaves'), { seq: 3 }),
    build.message(card.files('bill.pdf'), { seq: 4 }),
    build.message(card.location({ name: 'Observatory' }), { seq: 5 }),
    build.message('Thanks', { seq: 6, own: true }),
  );
  render(
    <div style={{ display: 'flex', blockSize: 2000 }}>
      <MessageList items={items} onAction={onAction} />
    </div>,
  );
  const chat = createChatPage(onTestingLibrary(screen, userEvent));
  await chat.sees('Good morning');
  await screen.findByText('Beans');
  expect(await chat.messages()).toHaveLength(6);
  expect((await chat.cards()).map((text) => text.slice(0, 5))).toEqual(['Beans', 'Leave']);
  await chat.chooses('Take beans');
  expect(onAction.mock.lastCall?.[1]).toEqual({
    type: 'postback',
    text: 'Take beans',
    payload: 'Take beans',
  });
});

test('what is given wins over what is filled in', () => {
  expect(build.participant({ participantType: 'BOT' })).toEqual({
    participantId: 'bot',
    participantType: 'BOT',
    displayName: 'Greeter',
  });
  expect(build.engagement({ status: 'TERMINATED', timeline: build.timeline('a', 'b') })).toMatchObject({
    status: 'TERMINATED',
    headSeq: 2,
    seenUpToSeq: 2,
  });
  expect(card.files('a.JPG').attachments[0]?.contentType).toBe('image/jpeg');
});
