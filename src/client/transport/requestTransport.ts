import { ChatClientError } from '../errors.ts';
import { requestTo, type RequestParts } from '../http.ts';
import type { OpenTransport, TransportEnd, TransportListener, TransportTarget } from './transport.ts';

/** A stream that is read from the answers to requests, which can carry no word of the page. */
export interface RequestRoad extends Pick<TransportListener, 'onFrame' | 'onAlive'> {
  readonly target: TransportTarget;
  /** Aborted when nobody listens any more. */
  readonly signal: AbortSignal;
  ask(request: Omit<RequestParts, 'signal'>): Promise<Response>;
}

/**
 * Makes a transport of what reads such a stream: it resolves when the stream is over, and rejects with the
 * `ChatClientError` of an answer that is none; with anything else where there was no connection.
 */
export function requestTransport(
  fetch: (request: Request) => Promise<Response>,
  read: (road: RequestRoad) => Promise<void>,
): OpenTransport {
  return (target, listener) => {
    const controller = new AbortController();
    const { signal } = controller;
    const road: RequestRoad = {
      ...{ target, signal },
      ask: (request) => fetch(requestTo(target.baseUrl, target.token(), { ...request, signal })),
      onAlive: () => listener.onAlive(),
      onFrame(frame) {
        if (!signal.aborted) listener.onFrame(frame);
      },
    };
    const tell = (end: TransportEnd): void => {
      if (signal.aborted) return;
      controller.abort(); // a reader that gave up leaves a body behind
      listener.onEnd(end);
    };
    read(road).then(
      () => tell({ type: 'closed' }),
      (error: unknown) =>
        tell(error instanceof ChatClientError ? { type: 'refused', error } : { type: 'unreachable' }),
    );
    return { send: () => false, close: () => controller.abort() };
  };
}
