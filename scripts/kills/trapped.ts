import { decodeServerConfig } from '../../src/server/node/serverConfig.ts';
import { runServer } from '../../src/server/node/runServer.ts';
import type { ServerApp } from '../../src/server/index.ts';

/** Where a trap closes: before the flush of a commit, after it, or when the answer to a send is about to leave. */
export const TRAPS = ['before-flush', 'after-flush', 'before-ack'] as const;
/** One of them. */
export type Trap = (typeof TRAPS)[number];

/**
 * A server process of the kill test: as `colloquy child`, but that it can be told to set a trap, and then dies as by kill -9 the
 * next time it comes by there.
 */
export function runTrapped(): void {
  let trap: Trap | undefined;
  const passing = (point: Trap): void => {
    if (trap === point) process.kill(process.pid, 'SIGKILL');
  };
  process.on('disconnect', () => process.exit(1));
  process.on('message', (message: { config?: unknown; trap?: Trap }) => {
    if (message.trap !== undefined) trap = message.trap;
    if (message.config === undefined) return;
    const config = decodeServerConfig(message.config);
    if (!config.ok) throw new Error(JSON.stringify(config.faults));
    const onReady = (): void => void process.send?.({ type: 'ready' });
    void runServer(config.value, onReady, { onPoint: passing, around: (app) => aroundSends(app, passing) });
  });
  process.send?.({ type: 'waiting' });
}

function aroundSends(app: ServerApp, passing: (point: Trap) => void): ServerApp {
  return {
    ...app,
    async fetch(request, context) {
      const response = await app.fetch(request, context);
      if (request.method === 'POST' && /messages/.test(request.url) && response.ok) passing('before-ack');
      return response;
    },
  };
}
