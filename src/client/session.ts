import type { Clock, Random } from '../lib/index.ts';
import {
  asId,
  decodeSession,
  MAX_DISPLAY_NAME_LENGTH,
  routes,
  type EndReason,
  type Parameters,
  type SessionId,
  type SessionView,
} from '../protocol/index.ts';
import { readBaseUrl, type BaseUrl } from './baseUrl.ts';
import type { ClientStorage } from './chatClient.ts';
import { ChatClientError } from './errors.ts';
import { noBody, type Http } from './http.ts';
import { withRetries } from './retries.ts';

/** The session on the server: one per (host, integration) and browser profile, found again after a reload. */
export interface Session {
  readonly id: SessionId | undefined;
  /**
   * Resumes the kept session, or creates one where it is gone. Calls while one is under way share it, whoever made
   * them: however often a page mounts and unmounts, one session comes of it. Rejects with `ChatClientError`.
   */
  open(): Promise<SessionView>;
  /** The session as it is now. Rejects with `session-gone` where it is no more. */
  read(): Promise<SessionView>;
  /** Ends it on the server; one that is gone already is fine. */
  end(reason: EndReason): Promise<void>;
  /** Another tab has opened it already. */
  resume(sessionId: SessionId): void;
  /** It is no more: the next `open` makes a new one. */
  forget(): void;
}

/** What a session is made of. */
export interface SessionOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly storage: ClientStorage;
  readonly baseUrl: BaseUrl;
  readonly integrationId: string;
  readonly displayName: string | undefined;
  readonly sessionParameters: () => Parameters | undefined;
}

/** Makes the session of one client. */
export function createSession(options: SessionOptions): Session {
  const key = (): string => `colloquy:session:${readBaseUrl(options.baseUrl)}|${options.integrationId}`;
  let id: SessionId | undefined;
  let opening: Promise<SessionView> | undefined;

  const keep = (view: SessionView): SessionView => {
    id = view.sessionId;
    survive(() => options.storage.set(key(), view.sessionId));
    return view;
  };
  const forget = (): void => {
    id = undefined;
    survive(() => options.storage.remove(key()));
  };
  const readAt = (sessionId: SessionId): Promise<SessionView> =>
    options.http.call({ method: 'GET', path: routes.session(sessionId), decoder: decodeSession });
  const openOnce = async (): Promise<SessionView> => {
    const kept = id ?? (survive(() => options.storage.get(key())) || undefined);
    if (kept !== undefined) {
      try {
        return keep(await readAt(asId<SessionId>(kept)));
      } catch (fault) {
        if (!(fault instanceof ChatClientError) || !STALE.has(fault.code)) throw fault;
        forget(); // ended, or another customer's
      }
    }
    return keep(await create(options));
  };

  return {
    get id() {
      return id;
    },
    open: () => (opening ??= withRetries(options, openOnce).finally(() => (opening = undefined))),
    read: async () => {
      if (!id) throw new ChatClientError('not-started', 'There is no session');
      return readAt(id);
    },
    async end(reason) {
      const ended = id;
      forget();
      if (!ended) return;
      const path = routes.session(ended);
      await options.http.call({ method: 'DELETE', path, query: { reason }, decoder: noBody });
    },
    resume: (sessionId) => void (id = sessionId),
    forget,
  };
}

const STALE: ReadonlySet<string> = new Set(['session-gone', 'not-found', 'forbidden']);

function create(options: SessionOptions): Promise<SessionView> {
  const { http, integrationId, displayName } = options;
  return http.call({
    method: 'POST',
    path: routes.sessions(),
    again: true, // the server ends a session that nobody reads
    json: {
      integrationId,
      displayName: displayName?.slice(0, MAX_DISPLAY_NAME_LENGTH),
      sessionParameters: options.sessionParameters(),
    },
    decoder: decodeSession,
  });
}

/** A storage that refuses costs the resume after a reload, nothing else. */
function survive<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
