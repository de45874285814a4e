import { describe, expect, test } from 'vitest';
import { createAnnounceQueue } from '../../src/components/states/announceQueue.ts';
import type { Announcements } from '../../src/components/states/announceQueue.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { createLanguage } from '../../src/locales/index.ts';
import type { ChatEvent } from '../../src/model/index.ts';
import { createAnnouncementPolicy } from '../../src/panels/announcementPolicy.ts';
import { asId } from '../../src/protocol/index.ts';
import type { ClientMessageId, EngagementId, MessageId } from '../../src/protocol/index.ts';
import {
  accepted,
  ANNA,
  arrived,
  came,
  CUSTOMER,
  GREETER,
  terminated,
  went,
} from '../support/chatEntries.ts';
import { NOON_MS } from '../support/fakeChatClient.ts';

const english = createLanguage('en');
const { words } = english;
const connected: ChatEvent = { type: 'EVENT_STREAM_CONNECTED', atMs: NOON_MS };
const engagementId = asId<EngagementId>('engagement-0');
const missed = (event: ChatEvent): ChatEvent => (event.type === 'ENTRY' ? { ...event, live: false } : event);

/** What is said of these events, in this order, after the line stood for the first time. */
function said(...events: readonly ChatEvent[]): string[] {
  const decide = createAnnouncementPolicy();
  return [connected, ...events].flatMap((event) => {
    const spoken = decide(event, english);
    return spoken ? [`${spoken.urgency}: ${spoken.text}`] : [];
  });
}

describe('in which words', () => {
  test('an agent by name, a bot by its own, both as a message', () => {
    expect(said(arrived(1, 'Hello'), arrived(2, 'Beep', { sender: GREETER }))).toEqual([
      'message: Anna Berg: Hello',
      'message: Greeter: Beep',
    ]);
  });

  test('the contact centre itself without a name: it has none', () => {
    const sender = { ...ANNA, participantType: 'SYSTEM', displayName: '' } as const;
    expect(said(arrived(1, 'You are next.', { sender }))).toEqual(['message: You are next.']);
  });

  test('a card, a file and a place by what a sighted person reads of them', () => {
    const carousel = {
      type: 'carousel',
      text: 'Plans',
      items: [{ title: 'Small', actions: [] }],
    } as const;
    expect(said(arrived(1, carousel))).toEqual([expect.stringMatching(/^message: Anna Berg: Plans.*Small/s)]);
  });

  test('one’s own message only by what became of it: its words were written by the person who hears', () => {
    expect(said(accepted(1, 'My number is 4711'))).toEqual(['polite: Sent']);
    const failed = { engagementId, clientMessageId: asId<ClientMessageId>('mine') };
    expect(
      said({ type: 'MESSAGE_REJECTED', ...failed, code: 'unreachable', detail: '', retryable: true }),
    ).toEqual(['assertive: Not sent']);
  });

  test('what the contact centre refused later interrupts', () => {
    const came = arrived(2, 'any');
    if (came.type !== 'ENTRY' || came.entry.type !== 'MESSAGE_ARRIVED') throw new Error('not an entry');
    const { message: _, ...header } = came.entry;
    const entry = {
      ...header,
      type: 'MESSAGE_FAILED',
      messageId: asId<MessageId>('m'),
      detail: '',
    } as const;
    expect(said({ type: 'ENTRY', entry, live: true })).toEqual([
      'assertive: Not delivered to the contact centre',
    ]);
  });

  test('who comes and goes, the customer excepted, and the end', () => {
    expect(said(came(1, ANNA), went(2, ANNA), came(3, CUSTOMER), went(4, CUSTOMER), terminated(5))).toEqual([
      'polite: Anna Berg joined the chat',
      'polite: Anna Berg left the chat',
      'polite: The chat has ended',
    ]);
  });

  test('that somebody writes, has read or was reached is shown, not spoken', () => {
    expect(
      said(
        { type: 'TYPING_STARTED', engagementId, participant: ANNA },
        { type: 'MESSAGES_READ', engagementId, upToSeq: 1 },
      ),
    ).toEqual([]);
  });
});

describe('the line and the clock', () => {
  const failed = (retryAfterMs?: number): ChatEvent => ({
    type: 'EVENT_STREAM_FAILED',
    atMs: NOON_MS,
    reason: 'SERVER_UNREACHABLE',
    message: '',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

  test('a broken line is said once, however often it is tried, and that it is back before what was missed', () => {
    expect(said(failed(500), failed(1_000), connected, missed(arrived(1, 'New')))).toEqual([
      'polite: The server cannot be reached. You can keep writing. Your messages are sent as soon as it is back.',
      'polite: Connected again',
      'message: Anna Berg: New',
    ]);
  });

  test('where nobody tries again by itself, that is all', () => {
    expect(said(failed(500), failed())).toContain('polite: The server cannot be reached.');
  });

  test('that the line stands is nothing to say where it never broke', () => {
    expect(said(connected)).toEqual([]);
  });

  test('the idle warning once, with the time that is left; then that it is over', () => {
    expect(
      said(
        { type: 'IDLE_TIMEOUT_EXPIRED', atMs: NOON_MS, graceMs: 30_000 },
        { type: 'SHUTDOWN', reason: 'USER_INACTIVE', atMs: NOON_MS },
      ),
    ).toEqual([
      'assertive: Are you still there? This chat closes in 30 seconds.',
      'polite: The chat ended because it was quiet for a while',
    ]);
  });
});

describe('nothing twice, nothing missed', () => {
  test('what was there when the page opened is not read out: a reload is silent', () => {
    expect(said(missed(arrived(1, 'Old')), missed(came(2, ANNA)))).toEqual([]);
  });

  test('what came while the line was away is said when it is back', () => {
    expect(said(missed(arrived(1, 'Old')), connected, missed(arrived(2, 'New')))).toEqual([
      'message: Anna Berg: New',
    ]);
  });

  test('a new session begins in silence again', () => {
    const decide = createAnnouncementPolicy();
    for (const event of [connected, connected]) decide(event, english);
    const again = {
      type: 'INITIALIZED',
      facts: { sessionId: '' },
      engagements: [],
    } as unknown as ChatEvent;
    expect([again, connected, missed(arrived(3, 'Old'))].map((event) => decide(event, english))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the queue', () => {
  function open() {
    const clock = createSimulatedClock();
    const shown: Announcements[] = [];
    const queue = createAnnounceQueue({
      clock,
      onChange: (texts) => void shown.push(texts),
      summarise: words.list.newMessages,
    });
    return {
      clock,
      queue,
      now: () => (shown.at(-1) ?? []).flatMap((each) => (each ? [`${each.urgency}: ${each.text}`] : [])),
    };
  }

  test('gathers messages for 400 ms: three are said in order, four and more are summed up', () => {
    const { clock, queue, now } = open();
    for (const text of ['one', 'two', 'three']) queue.announceMessage(text);
    clock.advance(399);
    expect(now()).toEqual([]);
    clock.advance(1);
    expect(now()).toEqual(['polite: one\ntwo\nthree']);
    clock.advance(5_000);
    for (let count = 0; count < 20; count++) queue.announceMessage(String(count));
    clock.advance(400);
    expect(now()).toEqual(['polite: 20 new messages']);
  });

  test('keeps the order: who joins while messages are gathered is said after them, in the same change', () => {
    const { clock, queue, now } = open();
    queue.announceMessage('Greeter: one moment');
    queue.announce('Greeter left');
    queue.announce('Anna joined');
    expect(now()).toEqual([]);
    clock.advance(400);
    expect(now()).toEqual(['polite: Greeter: one moment\nGreeter left\nAnna joined']);
  });

  test('changes the polite region at most every 400 ms', () => {
    const { clock, queue, now } = open();
    queue.announce('Sent');
    queue.announce('Greeter joined');
    clock.advance(399);
    expect(now()).toEqual(['polite: Sent']);
    clock.advance(1);
    expect(now()).toEqual(['polite: Sent', 'polite: Greeter joined']);
  });

  test('sums up a burst where its first message stood', () => {
    const { clock, queue, now } = open();
    queue.announceMessage('one');
    queue.announce('Anna joined');
    for (const text of ['two', 'three', 'four']) queue.announceMessage(text);
    clock.advance(400);
    expect(now()).toEqual(['polite: 4 new messages\nAnna joined']);
  });

  test('a text leaves its region after 5 s, and what interrupts does not wait for what is polite', () => {
    const { clock, queue, now } = open();
    queue.announce('Sent');
    queue.announce('Not sent', 'assertive');
    expect(now()).toEqual(['polite: Sent', 'assertive: Not sent']);
    clock.advance(5_000);
    expect(now()).toEqual([]);
  });

  test('stopped, it says no more and leaves no timer', () => {
    const { clock, queue, now } = open();
    queue.announceMessage('one');
    queue.stop();
    clock.advance(10_000);
    expect(now()).toEqual([]);
  });
});
