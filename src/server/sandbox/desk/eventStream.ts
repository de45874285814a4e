import type { Timer, Unsubscribe } from '../../../lib/index.ts';
import type { DeskEvent } from '../../../protocol/desk/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import type { AgentRow } from '../core/tables.ts';
import type { FedEvent } from './deskFeed.ts';
import { createAgentWatch } from './agentWatch.ts';
import { deskSnapshot } from './snapshot.ts';

const BEAT_MS = 15_000;
/** Unread frames after which a reader is cut off; it comes back by its cursor. */
const SLOW_FRAMES = 256;

/** The open streams of all desks. */
export interface EventStreams {
  /** Answers `GET /desk/v1/events`. */
  open(agent: AgentRow, lastEventId: string | undefined): Promise<Response>;
  /** Tells every desk to come back later, and ends the streams. */
  close(): void;
}

/** Streams over the office's feed. */
export function createEventStreams(office: Office): EventStreams {
  const ends = new Set<(last?: DeskEvent) => void>();
  const watch = createAgentWatch(office);
  return {
    async open(agent, lastEventId) {
      const waiting: FedEvent[] = [];
      let deliver = (fed: FedEvent): void => void waiting.push(fed);
      // Listening begins before the snapshot is taken, so nothing falls between the two.
      const stopListening = office.feed.subscribe((fed) => {
        if (fed.agentId === undefined || fed.agentId === agent.agentId) deliver(fed);
      });
      const leave = watch.arrived(agent.agentId);
      const unsubscribe = (): void => {
        stopListening();
        leave();
      };
      const begin = await opening(office, agent, lastEventId, unsubscribe);
      const body = new ReadableStream<Uint8Array>(
        {
          start(controller) {
            const line = createLine(office, controller, unsubscribe, ends);
            for (const fed of begin) line.send(fed);
            const seen = new Set(begin.map(({ cursor }) => cursor));
            for (const fed of waiting) if (!seen.has(fed.cursor)) line.send(fed);
            deliver = (fed) => {
              line.send(fed);
              if (fed.event.type === 'agents-changed') void endIfSignedOut(office, agent, line.end);
            };
            line.beat();
          },
          cancel: () => unsubscribe(),
        },
        { highWaterMark: SLOW_FRAMES },
      );
      return new Response(body, {
        headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
      });
    },
    close() {
      watch.stop();
      for (const end of [...ends]) end({ type: 'reconnect', afterMs: 1000 + office.random.next() * 4000 });
    },
  };
}

async function opening(
  office: Office,
  agent: AgentRow,
  lastEventId: string | undefined,
  unsubscribe: Unsubscribe,
): Promise<readonly FedEvent[]> {
  try {
    const missed = lastEventId === undefined ? undefined : office.feed.since(lastEventId);
    if (missed) return missed.filter((fed) => fed.agentId === undefined || fed.agentId === agent.agentId);
    const snapshot = await deskSnapshot(office, agent.agentId);
    return [{ cursor: snapshot.cursor, event: { type: 'snapshot', snapshot } }];
  } catch (error) {
    unsubscribe();
    throw error;
  }
}

interface Line {
  send(fed: FedEvent): void;
  beat(): void;
  end(last?: DeskEvent): void;
}

function createLine(
  office: Office,
  controller: ReadableStreamDefaultController<Uint8Array>,
  unsubscribe: Unsubscribe,
  ends: Set<Line['end']>,
): Line {
  const encoder = new TextEncoder();
  let timer: Timer | undefined;
  let ended = false;
  const write = (text: string): void => {
    if (ended) return;
    try {
      if ((controller.desiredSize ?? 0) <= 0) return end();
      controller.enqueue(encoder.encode(text));
    } catch {
      end(); // the reader is gone
    }
  };
  const frame = (event: DeskEvent, cursor?: string): string =>
    `${cursor === undefined ? '' : `id: ${cursor}\n`}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  const end = (last?: DeskEvent): void => {
    if (ended) return;
    if (last) write(frame(last));
    ended = true;
    office.clock.clear(timer);
    unsubscribe();
    ends.delete(end);
    try {
      controller.close();
    } catch {
      // Cancelled by the reader: closed already.
    }
  };
  const beat = (): void => {
    if (ended) return;
    write(': beat\n\n');
    timer = office.clock.after(BEAT_MS, beat);
  };
  ends.add(end);
  return { send: ({ event, cursor }) => write(frame(event, cursor)), beat, end };
}

/** A dead token ends its streams. */
async function endIfSignedOut(office: Office, agent: AgentRow, end: () => void): Promise<void> {
  const now = await office.read((tx) => tables.agents.get(tx, agent.agentId)).catch(() => agent);
  if (now?.generation !== agent.generation) end();
}
