import { act, render, screen } from '@testing-library/react';
import type { IdleWarningProps } from '../../../src/components/index.ts';
import type { ConnectionBannerProps } from '../../../src/components/index.ts';
import type { EndedCardProps } from '../../../src/components/index.ts';
import type { ErrorBoundaryProps } from '../../../src/components/index.ts';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import {
  Announcer,
  ConnectionBanner,
  EndedCard,
  ErrorBoundary,
  IdleWarning,
  useAnnounce,
} from '../../../src/components/index.ts';
import type { Announce } from '../../../src/components/index.ts';
import { createSimulatedClock } from '../../../src/lib/index.ts';
import { allowConsole } from '../../support/consoleGuard.ts';

describe('the idle warning', () => {
  test('counts down by the clock and ends in words, leaving no timer', () => {
    const clock = createSimulatedClock();
    render(<IdleWarning endsAtMs={clock.now() + 61_500} graceMs={120_000} clock={clock} />);
    expect(screen.getByRole('timer')).toHaveTextContent('This chat closes in 1 minute 2 seconds.');
    act(() => clock.advance(2_500));
    expect(screen.getByRole('timer')).toHaveTextContent('59 seconds');
    act(() => clock.advance(59_000));
    expect(screen.getByRole('timer')).toHaveTextContent('The chat is closing.');
    expect(clock.pending).toBe(0);
  });

  test('is silent, as is its running time, and takes no focus', () => {
    const clock = createSimulatedClock();
    render(<IdleWarning endsAtMs={clock.now() + 9_000} graceMs={9_000} clock={clock} />);
    expect(screen.getByRole('group', { name: 'Are you still there?' })).toBeVisible();
    expect(document.querySelector('[role=alert], [aria-live]')).toBeNull();
    expect(document.body).toHaveFocus();
  });

  test('the button stays', async () => {
    const onStay = vi.fn<NonNullable<IdleWarningProps['onStay']>>();
    render(<IdleWarning endsAtMs={0} graceMs={1} onStay={onStay} clock={createSimulatedClock()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Stay in the chat' }));
    expect(onStay).toHaveBeenCalledOnce();
  });
});

describe('the connection banner', () => {
  const banner = (): Element | null => document.querySelector('[data-status]');

  test('says why, what still works and when it tries again', async () => {
    const clock = createSimulatedClock();
    const onTryNow = vi.fn<NonNullable<ConnectionBannerProps['onTryNow']>>();
    const retryAtMs = clock.now() + 12_000;
    const connection = { status: 'failed', reason: 'SERVER_UNREACHABLE', message: '', retryAtMs } as const;
    render(<ConnectionBanner connection={connection} onTryNow={onTryNow} clock={clock} />);
    expect(banner()).toHaveTextContent('The server cannot be reached.');
    expect(screen.getByRole('timer')).toHaveTextContent('0:12');
    act(() => clock.advance(3_000));
    expect(screen.getByRole('timer')).toHaveTextContent('0:09');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(onTryNow).toHaveBeenCalledOnce();
  });

  test.each([
    [{ status: 'connecting', sinceMs: 0 }, 'Connecting'],
    [{ status: 'connected', sinceMs: 0 }, 'Connected'],
    [{ status: 'closed' }, 'The connection is closed.'],
    [{ status: 'failed', reason: 'UNAUTHORIZED', message: '' }, 'Your sign-in has run out.'],
  ] as const)('%o is said in words', (connection, sentence) => {
    render(<ConnectionBanner connection={connection} />);
    expect(banner()).toHaveTextContent(sentence);
    expect(banner()).toHaveAttribute('data-status', connection.status);
  });
});

describe('the announcer', () => {
  function open(): { clock: ReturnType<typeof createSimulatedClock>; speak: Announce } {
    const clock = createSimulatedClock();
    const got: Announce[] = [];
    function Speaker(): null {
      got.push(useAnnounce());
      return null;
    }
    render(
      <Announcer clock={clock}>
        <Speaker />
      </Announcer>,
    );
    const [speak] = got;
    if (!speak) throw new Error('nothing to speak with');
    return { clock, speak };
  }
  const region = (live: string): string =>
    [...document.querySelectorAll(`[aria-live=${live}] > * > *`)]
      .map((each) => each.textContent.trim())
      .join(' ');

  test('has one region of each kind, says a text once and takes it out', () => {
    const { clock, speak } = open();
    expect(document.querySelectorAll('[aria-live]')).toHaveLength(2);
    act(() => speak.announce('Connected again'));
    expect(region('polite')).toBe('Connected again');
    expect(region('assertive')).toBe('');
    act(() => clock.advance(5_000));
    expect(region('polite')).toBe('');
    act(() => speak.announce('Careful', 'assertive'));
    expect(region('assertive')).toBe('Careful');
  });

  test('puts what is in a region at once into places of their own', () => {
    const { clock, speak } = open();
    act(() => {
      for (const each of ['one', 'two', 'three']) {
        speak.announce(each);
        clock.advance(400);
      }
    });
    const places = [...document.querySelectorAll('[aria-live=polite] > *')].filter((each) => each.firstChild);
    expect(places.map((each) => each.textContent.trim())).toEqual(['one', 'two', 'three']);
  });

  test('says a few messages, and only the number of many', () => {
    const { clock, speak } = open();
    act(() => {
      speak.announceMessage('Anna: one');
      speak.announceMessage('Anna: two');
      clock.advance(500);
    });
    expect(region('polite')).toBe('Anna: one\nAnna: two');
    act(() => {
      clock.advance(5_000);
      for (let count = 0; count < 20; count++) speak.announceMessage(`Anna: ${count}`);
      clock.advance(500);
    });
    expect(region('polite')).toBe('20 new messages');
  });

  test('without one, speaking says what is missing', () => {
    function Lost(): null {
      useAnnounce();
      return null;
    }
    // React 18 also tells the console.
    allowConsole(/Announcer|above error/);
    expect(() => render(<Lost />)).toThrow(/<Announcer>/);
  });
});

test('the end offers what can be done', async () => {
  const onContinue = vi.fn<NonNullable<EndedCardProps['onContinue']>>();
  render(<EndedCard onContinue={onContinue} />);
  expect(screen.getAllByRole('button')).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Continue' }));
  expect(onContinue).toHaveBeenCalledOnce();
});

test('what throws is caught, told, and can be shown again', async () => {
  // React tells the console, Preact does not.
  allowConsole(/./);
  let isBroken = true;
  const onError = vi.fn<NonNullable<ErrorBoundaryProps['onError']>>();
  function Fragile(): string {
    if (isBroken) throw new Error('broken');
    return 'whole';
  }
  render(
    <ErrorBoundary onError={onError}>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('Nothing you wrote is lost');
  expect(onError).toHaveBeenCalledOnce();
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Show it again' }));
  expect(screen.getByText('whole')).toBeVisible();
});
