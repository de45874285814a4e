import { backoffMs, decode, retryAfterMs } from '../../lib/index.ts';
import type { Clock, Logger, Random, Timer } from '../../lib/index.ts';
import { decodeDeskEvent } from '../../protocol/desk/index.ts';
import type { DeskEvent } from '../../protocol/desk/index.ts';
import { codeOfStatus } from './deskFault.ts';
import type { DeskFetch } from './deskCall.ts';
import type { DeskLine } from './deskState.ts';
import { createSseFrames } from './sseFrames.ts';

/** A stream silent for so long is dead: the server beats every 15 s (docs/sandbox.md). */
const SILENCE_MS = 35_000;

/** The desk's one event stream, kept open until it is closed or the token dies. */
export interface DeskStream {
  /** Ends a wait early: the network is back, or a person asked. Does nothing while the line is open. */
  retryNow(): void;
  close(): void;
}

/** Opens the stream, reads it, and comes back with the last cursor whenever it breaks. */
export function openDeskStream(options: DeskStreamOptions): DeskStream {
  const { clock, random } = options;
  let closed = false;
  let attempt = 0;
  let cursor: string | undefined;
  let wait: Timer | undefined;
  let current: AbortController | undefined;

  const come = (delayMs: number): void => {
    options.onLine({ status: 'lost', retryAtMs: clock.now() + delayMs });
    wait = clock.after(delayMs, () => void run());
  };
  const run = async (): Promise<void> => {
    wait = undefined;
    options.onLine({ status: 'connecting' });
    const controller = new AbortController();
    current = controller;
    const end = await readOnce({ ...options, cursor, controller }, (event, id) => {
      attempt = 0;
      cursor = id ?? cursor;
      if (event) options.onEvent(event);
    });
    if (closed || current !== controller) return;
    current = undefined;
    if (end.kind === 'signed-out') options.onSignedOut();
    else if (end.kind === 'asked') come(retryAfterMs(end.afterMs / 1000, () => random.next()));
    else come(backoffMs(attempt++, () => random.next()));
  };

  void run();
  return {
    retryNow() {
      if (wait === undefined || closed) return;
      clock.clear(wait);
      void run();
    },
    close() {
      closed = true;
      clock.clear(wait);
      current?.abort();
    },
  };
}

/** What the stream needs and whom it tells. */
export interface DeskStreamOptions {
  /** Origin without a trailing slash. */
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch: DeskFetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly onEvent: (event: DeskEvent) => void;
  readonly onLine: (line: DeskLine) => void;
  /** 401: the token is dead; the stream does not come back. */
  readonly onSignedOut: () => void;
}

type End = { readonly kind: 'broken' | 'signed-out' } | { readonly kind: 'asked'; readonly afterMs: number };
type Once = DeskStreamOptions & { readonly cursor: string | undefined; readonly controller: AbortController };

/** One connection, from request to end. Never rejects. */
async function readOnce(
  once: Once,
  onFrame: (event: DeskEvent | undefined, id?: string) => void,
): Promise<End> {
  const { clock, controller, logger } = once;
  let silence: Timer | undefined;
  const heard = (): void => {
    clock.clear(silence);
    silence = clock.after(SILENCE_MS, () => controller.abort());
  };
  heard();
  try {
    const response = await once.fetch(`${once.baseUrl}/desk/v1/events`, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${once.token}`,
        ...(once.cursor !== undefined && { 'last-event-id': once.cursor }),
      },
      cache: 'no-store',
      signal: controller.signal,
    });
    if (codeOfStatus(response.status) === 'signed-out') return { kind: 'signed-out' };
    if (!response.ok || !response.body) return { kind: 'broken' };
    once.onLine({ status: 'open' });
    return await readFrames(response.body, logger, heard, onFrame);
  } catch (fault) {
    logger.info('The desk stream broke', { reason: String(fault) });
    return { kind: 'broken' };
  } finally {
    clock.clear(silence);
  }
}

async function readFrames(
  body: ReadableStream<Uint8Array>,
  logger: Logger,
  heard: () => void,
  onFrame: (event: DeskEvent | undefined, id?: string) => void,
): Promise<End> {
  const reader = body.getReader();
  const text = new TextDecoder();
  const frames = createSseFrames();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { kind: 'broken' };
    heard();
    for (const frame of frames(text.decode(value, { stream: true }))) {
      const decoded = decode.decodeJson(frame.data, decodeDeskEvent);
      if (!decoded.ok)
        logger.warn('An event was not understood', { type: frame.event, at: decoded.faults[0]?.path });
      const event = decoded.ok ? decoded.value : undefined;
      onFrame(event, frame.id);
      if (event?.type === 'reconnect') {
        await reader.cancel();
        return { kind: 'asked', afterMs: event.afterMs };
      }
    }
  }
}
