import type { ReactElement } from 'react';
import { Button, EmptyState, useWords } from '../components/index.ts';
import { useSession } from '../hooks/index.ts';
import type { FailureReason } from '../locales/index.ts';
import type { SessionStatus } from '../model/index.ts';

/** No session could be had: why, in words, and one way on. */
export function FailedPanel(): ReactElement | null {
  const words = useWords();
  const { session, start } = useSession();
  if (session.status !== 'failed') return null;
  return (
    <EmptyState
      role="alert"
      heading={words.connection.failed}
      text={words.connection.reasons[reasonOf(session)]}
    >
      <Button tone="primary" onClick={() => void start()}>
        {words.status.retry}
      </Button>
    </EmptyState>
  );
}

function reasonOf({ code }: Extract<SessionStatus, { status: 'failed' }>): FailureReason {
  switch (code) {
    case 'unreachable':
      return 'SERVER_UNREACHABLE';
    case 'token-expired':
      return 'UNAUTHORIZED';
    // There never was a sign-in that could have run out.
    case 'unauthenticated':
    case 'forbidden':
    case 'appkey-wrong':
    case 'origin-refused':
      return 'FORBIDDEN';
    case 'session-gone':
      return 'SDK_SESSION_INVALID';
    default:
      return 'SERVER_ERROR';
  }
}
