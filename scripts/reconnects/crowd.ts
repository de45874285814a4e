import {
  createChatClient,
  type ChatClient,
  type ClientWorld,
  type JwtProvider,
} from '../../src/client/index.ts';
import { createSeededRandom, silentLogger, systemClock, type Clock } from '../../src/lib/index.ts';
import { createMemoryStorage } from '../../src/testing/index.ts';
import type { EngagementId } from '../../src/protocol/index.ts';
import { createCountedSocket } from './countedSocket.ts';
import type { Mark } from './verdict.ts';

/** One page of one customer: the real client, with sockets that are counted and its own seeded chance. */
export interface Stream {
  readonly client: ChatClient;
  /** Starts the chat and opens the customer's one conversation. */
  open(): Promise<void>;
  say(text: string): Promise<void>;
  /** Texts of the conversation with their places in the log, or `unsent`. */
  readonly lines: () => readonly string[];
}

/** What a page is made of. */
export interface StreamOptions {
  readonly number: number;
  readonly seed: number;
  readonly baseUrl: string;
  readonly integrationId: string;
  readonly jwtProvider: JwtProvider;
  /** @param agoMs when it happened, or was due. */
  readonly mark: (mark: Omit<Mark, 'atMs'>, agoMs?: number) => void;
}

/** Makes the page; nothing happens before `open`. */
export function createStream({ number, seed, mark, ...options }: StreamOptions): Stream {
  const timers = createLateClock();
  const world: Partial<ClientWorld> = {
    clock: timers.clock,
    random: createSeededRandom(seed * 100_003 + number),
    logger: silentLogger,
    storage: createMemoryStorage(),
    openSocket: createCountedSocket(
      (kind, { agoMs, ...status } = {}) => mark({ kind, stream: number, ...status }, agoMs),
      timers.lateMs,
    ),
    async fetch(request) {
      const response = await fetch(request);
      mark({ kind: 'answer', stream: number, status: response.status });
      return response;
    },
  };
  const client = createChatClient({
    ...options,
    transports: ['websocket'],
    timing: { idleTimeoutMs: 0 },
    shareTabs: false,
    world,
  });
  client.subscribe(({ type }) => {
    if (type === 'EVENT_STREAM_CONNECTED') mark({ kind: 'back', stream: number });
    else if (type === 'EVENT_STREAM_FAILED') mark({ kind: 'failed', stream: number });
  });
  let conversation: EngagementId | undefined;
  return {
    client,
    async open() {
      await client.start();
      const [known] = client.getState().engagementIds;
      conversation = known ?? (await client.createEngagement());
      if (!client.getState().engagements[conversation]?.joined) await client.joinEngagement(conversation);
    },
    async say(text) {
      if (conversation !== undefined) await client.send(conversation, { body: { type: 'text', text } });
    },
    lines: () => linesOf(client, conversation),
  };
}

function linesOf(client: ChatClient, id: EngagementId | undefined): readonly string[] {
  const timeline = (id && client.getState().engagements[id]?.timeline) ?? [];
  return timeline.flatMap((item) => {
    if (item.kind === 'gap') return [`a gap after ${item.afterSeq}`];
    if (item.kind !== 'message') return [];
    const { seq, body } = item.message;
    return [`${seq ?? 'unsent'} ${body.text ?? ''}`];
  });
}

/** A clock that knows how late the timer came that runs now: all pages share this process, and it must not put them in step. */
function createLateClock(): { readonly clock: Clock; readonly lateMs: () => number } {
  let lateMs = 0;
  const after: Clock['after'] = (delayMs, task) => {
    const dueAtMs = performance.now() + delayMs;
    return systemClock.after(delayMs, () => {
      lateMs = Math.max(0, performance.now() - dueAtMs);
      task();
      lateMs = 0;
    });
  };
  return { clock: { ...systemClock, after }, lateMs: () => lateMs };
}
