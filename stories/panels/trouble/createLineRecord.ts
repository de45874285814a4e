import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { decodeServerFrame } from '../../../src/protocol/index.ts';

/** What a tab's line has carried, as it is seen from outside. */
export interface LineRecord {
  /** Streams opened so far. */
  readonly streams: number;
  readonly transport: string;
  /** Frames that came in, doubles among them. */
  readonly frames: number;
  /** Tokens that the page's backend was asked for. */
  readonly tokens: number;
  /** The newest place in all logs that came by; undefined before the first. */
  readonly cursor: string | undefined;
}

/** Makes the record of one tab. */
export function createLineRecord(): LineRecorder {
  const store = createStore<LineRecord>(() => ({
    ...{ streams: 0, transport: 'none', frames: 0, tokens: 0 },
    cursor: undefined,
  }));
  return {
    store,
    opened: (transport) => store.setState(({ streams }) => ({ streams: streams + 1, transport })),
    asked: () => store.setState(({ tokens }) => ({ tokens: tokens + 1 })),
    came(text) {
      const cursor = cursorOf(text);
      store.setState(({ frames }) => ({ frames: frames + 1, ...(cursor !== undefined && { cursor }) }));
    },
  };
}

/** See `createLineRecord`. */
export interface LineRecorder {
  readonly store: StoreApi<LineRecord>;
  readonly opened: (transport: string) => void;
  readonly asked: () => void;
  /** A frame, as the text that it is. */
  readonly came: (text: string) => void;
}

function cursorOf(text: string): string | undefined {
  const frame = decodeServerFrame(JSON.parse(text));
  if (!frame.ok) return undefined;
  if (frame.value.type === 'hello') return frame.value.cursor;
  return frame.value.type === 'event' && 'id' in frame.value.event ? frame.value.event.id : undefined;
}
