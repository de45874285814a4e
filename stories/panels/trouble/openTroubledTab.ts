import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ChatClient } from '../../../src/client/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { createTestClient } from '../../../src/testing/index.ts';
import type { TestCenter } from '../../../src/testing/index.ts';
import { systemClock } from '../../../src/lib/index.ts';
import { createLineRecord } from './createLineRecord.ts';
import type { LineRecord } from './createLineRecord.ts';
import type { TroubledRoad } from './createTroubledRoad.ts';

const MOST_NEWS = 8;

/** One tab of the customer: a real client on the troubled road. `seed` tells the tabs apart. */
export function openTroubledTab(center: TestCenter, road: TroubledRoad, seed: number): TroubledTab {
  const record = createLineRecord();
  const provide = center.jwtProvider();
  let token = '';
  const client = createTestClient(center, {
    seed,
    async jwtProvider() {
      record.asked();
      const provided = await provide();
      token = provided.token;
      return provided;
    },
    // The device's own clock, right or wrong.
    world: { clock: systemClock, ...road.tab(record) },
  });
  const news = createStore<readonly News[]>(() => []);
  let count = 0;
  const unlisten = client.subscribe((event) => {
    if (!isNews(event)) return;
    const one = { key: ++count, text: textOf(event), atMs: center.clock.now() };
    news.setState((known) => [one, ...known].slice(0, MOST_NEWS), true);
  });
  return {
    client,
    record: record.store,
    news,
    token: () => token,
    close() {
      unlisten();
      client.dispose();
    },
  };
}

/** See `openTroubledTab`. */
export interface TroubledTab {
  readonly client: ChatClient;
  readonly record: StoreApi<LineRecord>;
  /** What the client told last, youngest first. */
  readonly news: StoreApi<readonly News[]>;
  /** The token that the page was given last. */
  readonly token: () => string;
  readonly close: () => void;
}

/** A line of the client's own diary. */
export interface News {
  readonly key: number;
  readonly text: string;
  readonly atMs: number;
}

/** What is told many times a minute would push everything else out. */
function isNews({ type }: ChatEvent): boolean {
  return !/TYPING|SEEN|READ|HISTORY|IDLE_TIMEOUT_RESET/.test(type);
}

function textOf(event: ChatEvent): string {
  if (event.type === 'EVENT_STREAM_FAILED') return `${event.type}: ${event.reason}`;
  return event.type === 'ENTRY' ? event.entry.type : event.type;
}
