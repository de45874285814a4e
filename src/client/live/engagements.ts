import type { EngagementId, ServerFrame, SessionView, WireEngagement } from '../../protocol/index.ts';
import { asChatError } from '../errors.ts';
import { withRetries } from '../retries.ts';
import type { Core } from './core.ts';

/** What is known of the customer's engagements, and how it is brought up to date. */
export interface Engagements {
  /** The server's clock, as far as it is known here. */
  readonly serverNow: () => number;
  /** Takes from a session view what the client's own clocks need. */
  learn(view: SessionView): void;
  /** Takes an engagement in as the server sees it now, and reads of its past what is not here. */
  open(engagement: WireEngagement): void;
  /** The same, told as ENGAGEMENT_JOINED. */
  adopt(engagement: WireEngagement): void;
  takeHello(hello: Extract<ServerFrame, { type: 'hello' }>): void;
  /** Reads the session as it is now, once at a time. What was missed is then found by the heads. */
  readAnew(): Promise<void>;
  /** The same for a caller who wants to know of a failure. */
  refresh(): Promise<void>;
}

/** Whom the engagements tell. */
export interface EngagementsListener {
  /** The server knows the session no more. */
  readonly onGone: () => void;
  /** A log was rebuilt: its numbers begin anew. */
  readonly onReset?: (id: EngagementId) => void;
  /** An engagement was taken in: what waited for it can go on. */
  readonly onAdopt?: (id: EngagementId) => void;
}

/** Makes the keeper of one client's engagements. */
export function createEngagements(core: Core, listener: EngagementsListener): Engagements {
  const { publish, parts } = core;
  const { clock } = parts.world;
  let offsetMs = 0;
  let reading: Promise<void> | undefined;

  const hear = (serverTime: string): void => void (offsetMs = Date.parse(serverTime) - clock.now());
  const learn = (view: SessionView): void => {
    parts.tokens.learn(view.tokenExpiresInMs);
    hear(view.serverTime);
  };

  const open = (engagement: WireEngagement): void => {
    const { engagementId, head, joined } = engagement;
    const { history, inbox } = parts;
    const kind = inbox.open(engagement);
    if (kind === 'reset') {
      listener.onReset?.(engagementId);
      history.forget(engagementId);
      publish({ type: 'ENGAGEMENT_RESET', engagementId, engagement });
    }
    // One that was known before it was joined has no past here yet.
    if (kind === 'known' && history.hasBegun(engagementId)) return;
    if (joined && head.seq > 0) void history.loadNewest(engagementId);
  };

  const adopt = (engagement: WireEngagement): void => {
    const { engagementId } = engagement;
    publish({ type: 'ENGAGEMENT_JOINED', engagementId, engagement });
    open(engagement);
    listener.onAdopt?.(engagementId);
  };

  const read = async (attempts?: number): Promise<void> => {
    const view = await withRetries(parts.world, () => readWhileOn(core), attempts);
    if (core.phase() !== 'on') return;
    learn(view);
    view.engagements.forEach(adopt);
  };

  const readAnew = (): Promise<void> => {
    // Nothing else would tell of an engagement that is not known here: it is asked for until it comes.
    reading ??= read(Infinity)
      .catch((fault: unknown) => {
        if (asChatError(fault).code === 'session-gone') listener.onGone();
      })
      .finally(() => (reading = undefined));
    return reading;
  };

  return {
    ...{ learn, open, adopt, readAnew },
    serverNow: () => clock.now() + offsetMs,
    takeHello({ serverTime, resume, cursor }) {
      hear(serverTime);
      if (resume === 'replay') return;
      parts.inbox.setCursor(cursor);
      void readAnew();
    },
    async refresh() {
      core.sessionId();
      await read();
    },
  };
}

async function readWhileOn(core: Core): Promise<SessionView> {
  core.sessionId(); // throws where the session has ended meanwhile
  return core.parts.session.read();
}
