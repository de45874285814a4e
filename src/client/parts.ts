import { routes, type EngagementId, type SessionId } from '../protocol/index.ts';
import type { ChatClientOptions } from './chatClient.ts';
import { noBody, type Http } from './http.ts';
import { createLineParts, type LineParts, type PartsListener } from './lineParts.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createSeenMarks, type SeenMarks } from './seen.ts';
import { validTiming } from './timing.ts';
import { createTyping, type Typing } from './typing.ts';
import { worldWith } from './world.ts';

/** The parts of one client, each with one job; `createChatClient` lets them talk. */
export interface Parts extends LineParts {
  readonly outbox: Outbox;
  readonly typing: Typing;
  readonly seen: SeenMarks;
}

/** Makes the parts. Nothing runs yet. @param serverNow the server's clock, as far as it is known. */
export function createParts(
  options: ChatClientOptions,
  listener: PartsListener,
  serverNow: () => number,
): Parts {
  const world = worldWith(options.world);
  const { clock } = world;
  const { publish: emit } = listener;
  const timing = validTiming(options.timing, world.logger);
  const line = createLineParts({ ...options, world, timing }, listener, (needs) =>
    createOutbox({ ...needs, serverNow }),
  );
  const { http, session } = line;
  const lossy = createLossy(http, () => session.id);
  return {
    ...line,
    typing: createTyping({ clock, emit, tell: (id) => void lossy.typing(id).catch(() => undefined) }),
    seen: createSeenMarks({ clock, send: lossy.read }),
  };
}

interface Lossy {
  typing(engagementId: EngagementId): Promise<void>;
  read(engagementId: EngagementId, upToSeq: number): Promise<void>;
}

/** Requests whose loss nobody notices. */
function createLossy(http: Http, sessionId: () => SessionId | undefined): Lossy {
  const post = (path: string, json?: unknown): Promise<void> =>
    http.call({ method: 'POST', path, json, decoder: noBody });
  return {
    typing: (id) => post(routes.typing(sessionId() ?? '', id)),
    read: (id, upToSeq) => post(routes.read(sessionId() ?? '', id), { upToSeq }),
  };
}
