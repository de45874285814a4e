import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { ChatProvider, useSession } from '../../src/hooks/index.ts';
import { createLease } from '../../src/hooks/lease.ts';
import { createSimulatedClock } from '../../src/lib/index.ts';
import { problemOf } from '../../src/protocol/index.ts';
import { createFakeChatClient } from '../support/fakeChatClient.ts';

function Status() {
  return <p>{useSession().session.status}</p>;
}

/** Refuses every request of a client for good, and counts those that would create a session. */
function createCountingWorld() {
  const clock = createSimulatedClock();
  let sessions = 0;
  const fetch = async (request: Request): Promise<Response> => {
    if (request.method === 'POST' && new URL(request.url).pathname.endsWith('/sessions')) sessions++;
    return Response.json(problemOf('forbidden'), { status: 403 });
  };
  return { world: { clock, fetch }, sessions: () => sessions };
}

test('under StrictMode exactly one session is created, and the client of the options survives the rehearsal', async () => {
  const { world, sessions } = createCountingWorld();
  const options = {
    baseUrl: 'https://connector.example',
    integrationId: 'messaging',
    jwtProvider: async () => ({ token: 'a.b.c', appkey: 'key' }),
    world,
  };
  const view = render(
    <StrictMode>
      <ChatProvider options={options}>
        <Status />
      </ChatProvider>
    </StrictMode>,
  );
  await waitFor(() => expect(screen.getByText('failed')).toBeInTheDocument());
  // Fast refresh runs the effects of a mounted tree again; a render with new props is its nearest likeness.
  view.rerender(
    <StrictMode>
      <ChatProvider options={options}>
        <Status />
      </ChatProvider>
    </StrictMode>,
  );
  expect(sessions()).toBe(1);
});

test('a client that the application owns is started and, when the provider goes, left alone', async () => {
  const client = createFakeChatClient();
  const view = render(
    <ChatProvider client={client}>
      <Status />
    </ChatProvider>,
  );
  await waitFor(() => expect(screen.getByText('open')).toBeInTheDocument());
  view.unmount();
  expect(client.isDisposed).toBe(false);
});

test('a client given back is let go of only when nobody takes it again at once', () => {
  const clock = createSimulatedClock();
  const client = createFakeChatClient();
  const lease = createLease(client, clock);
  expect(lease.take()).toBe(true);
  lease.giveBack();
  expect(lease.take()).toBe(true);
  clock.advance(1);
  expect(client.isDisposed).toBe(false);
  lease.giveBack();
  clock.advance(1);
  expect(client.isDisposed).toBe(true);
  expect(lease.take()).toBe(false);
});

test('a hook without a provider names the provider', () => {
  // React 18 logs what it rethrows, React 19 does not.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<Status />)).toThrow(/<ChatProvider>/);
  quiet.mockRestore();
});
