import type { Clock, Random } from '../lib/index.ts';
import type { ChatEvent, EngagementState } from '../model/index.ts';
import {
  decodeHistoryPage,
  HISTORY_PAGE_SIZE,
  routes,
  type EngagementId,
  type HistoryPage,
  type SessionId,
} from '../protocol/index.ts';
import { asChatError } from './errors.ts';
import type { Http } from './http.ts';
import type { Inbox } from './inbox/inbox.ts';
import { withRetries } from './retries.ts';

/** Reads the past of engagements, page by page, newest first. */
export interface History {
  /** The newest page, of an engagement that was opened, or whose log was rebuilt. Never rejects. */
  loadNewest(engagementId: EngagementId): Promise<void>;
  /** The next older page, or the newest where none was had. Resolves at once at the beginning. Rejects with `ChatClientError`. */
  loadOlder(engagementId: EngagementId): Promise<void>;
  /** One page of any engagement of the customer; told to nobody. Rejects with `ChatClientError`. */
  readPage(engagementId: EngagementId, ask?: HistoryAsk): Promise<HistoryPage>;
  /** Goes on where another reader stopped; what that one was about to load is loaded with the next `resume`. */
  adopt(engagement: EngagementState): void;
  /** Tries again what failed by itself. */
  resume(): void;
  /** Whether anything of its past was asked for. */
  hasBegun(engagementId: EngagementId): boolean;
  /** The log was rebuilt: what was read of it does not count any more. */
  forget(engagementId: EngagementId): void;
}

/** Which page: the newest entries, or those before one. */
export interface HistoryAsk {
  readonly beforeSeq?: number | undefined;
  /** 1 to 50; default 25. */
  readonly limit?: number;
}

/** What reading needs, and whom it tells. */
export interface HistoryOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly inbox: Inbox;
  readonly sessionId: () => SessionId | undefined;
  readonly emit: (event: Extract<ChatEvent, { type: `HISTORY_${string}` | 'GAP_FILLED' }>) => void;
}

/** Where the next older page begins: `newest` before anything was read, undefined at the beginning. */
type Next = number | 'newest' | undefined;

/** Makes the reader of one client. */
export function createHistory(options: HistoryOptions): History {
  const next = new Map<EngagementId, Next>();
  const flights = new Map<EngagementId, Promise<void>>();
  const failed = new Set<EngagementId>();
  /** How often each was forgotten: a page of an earlier life is not shown. */
  const lives = new Map<EngagementId, number>();

  const load = async (engagementId: EngagementId): Promise<void> => {
    const before = next.get(engagementId);
    const life = lives.get(engagementId);
    if (next.has(engagementId) && before === undefined) return;
    options.emit({ type: 'HISTORY_LOADING', engagementId });
    try {
      const page = await fetchPage(options, engagementId, {
        beforeSeq: before === 'newest' ? undefined : before,
      });
      if (next.get(engagementId) !== before || lives.get(engagementId) !== life) return; // the log was rebuilt meanwhile: another load is under way
      await show(options, engagementId, page, () => next.set(engagementId, page.olderBeforeSeq));
      failed.delete(engagementId);
    } catch (fault) {
      const error = asChatError(fault);
      failed.add(engagementId);
      options.emit({ type: 'HISTORY_FAILED', engagementId, detail: error.message });
      throw error;
    }
  };
  const loadOlder = (engagementId: EngagementId): Promise<void> => {
    const running = flights.get(engagementId);
    if (running) return running;
    const flight = load(engagementId).finally(() => flights.delete(engagementId));
    flights.set(engagementId, flight);
    return flight;
  };
  const quietly = (work: Promise<void>): Promise<void> => work.catch(() => undefined);

  return {
    loadOlder,
    readPage: (engagementId, ask = {}) => fetchPage(options, engagementId, ask),
    async loadNewest(engagementId) {
      const running = flights.get(engagementId);
      next.set(engagementId, 'newest');
      if (running) await quietly(running);
      await quietly(loadOlder(engagementId));
    },
    adopt({ engagementId, history: { status }, oldestSeq }) {
      if (status !== 'unloaded')
        next.set(engagementId, status === 'complete' ? undefined : (oldestSeq ?? 'newest'));
      if (status !== 'complete' && status !== 'partial') failed.add(engagementId);
    },
    hasBegun: (engagementId) => next.has(engagementId),
    forget(engagementId) {
      next.delete(engagementId);
      lives.set(engagementId, (lives.get(engagementId) ?? 0) + 1);
    },
    resume: () => failed.forEach((engagementId) => void quietly(loadOlder(engagementId))),
  };
}

function fetchPage(
  options: HistoryOptions,
  engagementId: EngagementId,
  { beforeSeq, limit = HISTORY_PAGE_SIZE }: HistoryAsk,
): Promise<HistoryPage> {
  return withRetries(options, () =>
    options.http.call({
      method: 'GET',
      path: routes.history(options.sessionId() ?? '', engagementId),
      query: { limit: String(limit), before: beforeSeq?.toString() },
      decoder: decodeHistoryPage,
    }),
  );
}

/**
 * A page and the stream tell of the same log at two moments. Entries that the stream has not brought yet are left to
 * it. Where the stream was ahead of the page, receipts for the page's messages went by before these were here: what
 * followed the page is folded once more.
 */
async function show(
  { emit, inbox }: HistoryOptions,
  engagementId: EngagementId,
  page: HistoryPage,
  onShown: () => void,
): Promise<void> {
  const position = inbox.positionOf(engagementId);
  const entries = page.entries.filter((entry) => entry.seq <= position);
  const { olderBeforeSeq } = page;
  emit({ type: 'HISTORY_LOADED', engagementId, entries, olderBeforeSeq });
  onShown();
  if (position <= page.head.seq) return;
  const missed = await inbox.fetchAfter(engagementId, page.head.seq).catch(() => []);
  const seen = missed.filter((entry) => entry.seq <= inbox.positionOf(engagementId));
  emit({ type: 'GAP_FILLED', engagementId, afterSeq: page.head.seq, entries: seen });
}
