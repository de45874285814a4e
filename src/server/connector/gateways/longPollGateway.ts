import type { Heads, PollAnswer, ServerFrame } from '../../../protocol/index.ts';
import { json } from '../../http/index.ts';
import type { Connector } from '../connector.ts';
import type { News } from '../log/bus.ts';
import { readEvents, type NextEvents } from './readEvents.ts';
import { helloOf, type StreamOrder } from './stream.ts';

/**
 * One long poll: what was missed at once, else what happens within 25 s, else the heads. `hello` begins every answer,
 * `caught-up` ends it where nothing is left. A poll that waits no time (`waitMs` 0) answers at once.
 */
export async function answerPoll(
  connector: Connector,
  order: StreamOrder,
  ask: { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<Response> {
  const { positions, resume } = order.resumption;
  const waiting = waitForNews(connector, order, ask);
  try {
    let next = await readEvents(connector, order.sessionId, positions, MAX_ENTRIES);
    const news: ServerFrame[] = [];
    const nothing = next.entries.length === 0 && !next.ended && resume === 'replay';
    if (nothing && ask.waitMs > 0) {
      const last = await waiting.news;
      if (last.signal) news.push({ type: 'event', event: last.signal });
      if (last.frame) news.push(last.frame);
      next = await readEvents(connector, order.sessionId, positions, MAX_ENTRIES);
    }
    const answer: PollAnswer = {
      frames: [helloWith(connector, order, next.heads), ...events(next), ...news, ...closing(next, news)],
    };
    return json(200, answer);
  } finally {
    waiting.end();
  }
}

const MAX_ENTRIES = 256;
/** Between two polls of one page the session still counts as streaming. */
const LINGER_MS = 10_000;

interface PollNews {
  readonly signal?: Exclude<News, undefined>;
  /** `reconnect` or `denied`: the last word of this answer. */
  readonly frame?: ServerFrame;
}

/** Listens from before the first read, so that nothing falls between read and wait. */
function waitForNews(
  connector: Connector,
  order: StreamOrder,
  ask: { readonly waitMs: number; readonly signal: AbortSignal },
): { readonly news: Promise<PollNews>; end(): void } {
  const { clock, bus, streams } = connector;
  let tell: (news: PollNews) => void = () => undefined;
  const news = new Promise<PollNews>((resolve) => (tell = resolve));
  const stops = [...order.resumption.positions.keys()].map((log) =>
    bus.listen(log, (heard) => tell(heard === undefined ? {} : { signal: heard })),
  );
  const leave = streams.open(order.sessionId, order.customerKey, {
    reconnect: (delayMs) => tell({ frame: { type: 'reconnect', delayMs } }),
    cut: () => tell({}),
    renew: () => undefined,
  });
  const gone = (): void => tell({});
  ask.signal.addEventListener('abort', gone);
  const timer = clock.after(ask.waitMs, gone);
  const expiry = clock.after(Math.max(0, order.tokenExpiresAtMs - clock.now()), () =>
    tell({ frame: { type: 'denied', code: 'token-expired', detail: 'Fetch a new token and go on.' } }),
  );
  return {
    news,
    end() {
      for (const stop of stops) stop();
      ask.signal.removeEventListener('abort', gone);
      clock.clear(timer);
      clock.clear(expiry);
      leave(LINGER_MS);
    },
  };
}

function helloWith(connector: Connector, order: StreamOrder, heads: Heads): ServerFrame {
  const { resumption } = order;
  return helloOf(connector, { ...order, resumption: { ...resumption, heads } });
}

function events(next: NextEvents): readonly ServerFrame[] {
  return next.entries.map((event) => ({ type: 'event', event }));
}

function closing(next: NextEvents, news: readonly ServerFrame[]): readonly ServerFrame[] {
  if (next.behind > 0 || news.some((frame) => frame.type !== 'event')) return [];
  const done: ServerFrame = { type: 'caught-up', heads: next.heads };
  if (!next.ended) return [done];
  return [done, { type: 'denied', code: 'session-gone', detail: 'The session has ended. Begin a new one.' }];
}
