import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { ChatClient } from '../../../src/client/index.ts';
import type { ChatEvent } from '../../../src/model/index.ts';
import { createTestClient } from '../../../src/testing/index.ts';
import type { TestCenter } from '../../../src/testing/index.ts';
import { systemClock } from '../../../src/lib/index.ts';
import { createLineRecord } from './createLineRecord.ts';
import type { LineRecord } from './createLineRecord.ts';
import type { Profile } from './createProfile.ts';
import type { TroubledRoad } from './createTroubledRoad.ts';

const MOST_NEWS = 8;

/** One tab of the customer: a real client on the troubled road. `seed` tells the tabs apart. */
export function openTroubledTab({ center, road, profile, seed }: TroubledTabOptions): TroubledTab {
  const record = createLineRecord();
  const place = profile.tab();
  const way = road.tab(record);
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
    world: { clock: systemClock, ...place.world, ...way.world },
  });
  const news = createStore<readonly News[]>(() => []);
  let count = 0;
  const unlisten = client.subscribe((event) => {
    if (!isNews(event)) return;
    const one = { key: ++count, text: textOf(event), atMs: center.clock.now() };
    news.setState((known) => [one, ...known].slice(0, MOST_NEWS), true);
  });
  const close = (): void => {
    unlisten();
    client.dispose();
  };
  return {
    key: `${seed}`,
    client,
    leads: place.leads,
    record: record.store,
    news,
    token: () => token,
    close,
    crash() {
      way.cut();
      place.crash();
      // It can say and reach nothing any more: this only ends its timers.
      close();
    },
  };
}

/** See `openTroubledTab`. */
export interface TroubledTab {
  readonly key: string;
  readonly client: ChatClient;
  /** Whether it holds the line for all tabs. */
  readonly leads: StoreApi<boolean>;
  readonly record: StoreApi<LineRecord>;
  /** What the client told last, youngest first. */
  readonly news: StoreApi<readonly News[]>;
  /** The token that the page was given last. */
  readonly token: () => string;
  readonly close: () => void;
  /** The tab dies without a word. */
  readonly crash: () => void;
}

/** What a tab is made of. */
export interface TroubledTabOptions {
  readonly center: TestCenter;
  readonly road: TroubledRoad;
  readonly profile: Profile;
  readonly seed: number;
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
