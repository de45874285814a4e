import { initialChatState, reduceChat } from '../model/index.ts';
import type { ChatClient, ChatClientOptions } from './chatClient.ts';
import { createActs, type Acts } from './live/acts.ts';
import { assemble, type Assembly } from './live/assemble.ts';
import type { LiveHooks } from './live/hooks.ts';
import { createJoining, type Joining } from './live/joining.ts';
import { createRestart } from './live/restart.ts';
import { createUnsent, type Unsent } from './live/unsent.ts';
import { createParts, type Parts } from './parts.ts';

/**
 * Makes a client with a line of its own: one that stands alone, or the one tab of many that leads. Nothing happens before
 * `start`. Answers the client, and what stands behind its methods.
 */
export function createLiveClient(options: ChatClientOptions, hooks: LiveHooks): LiveClient {
  const again = hooks.again ?? ((): void => void life.start().catch(() => undefined)); // told as SESSION_FAILED
  const assembly = assemble(options, {
    state: hooks.state ?? initialChatState,
    fold: reduceChat,
    makeParts: (listener, serverNow) => createParts(options, listener, serverNow),
    makeRestart: ({ world }) => createRestart(world, again),
    onEvent(event) {
      if (event.type === 'TYPING_STARTED' || event.type === 'TYPING_STOPPED') core.parts.typing.take(event);
    },
    onCaughtUp() {
      core.parts.seen.resume();
      hooks.onCaughtUp?.(core);
    },
    onReset: (id) => core.parts.seen.forget(id),
    onAdopt: (id) => core.parts.outbox.restore((one) => one === id),
    onToken: (token) => unsent.openOf(token),
    onOpen: () => unsent.show(),
    onRest() {
      core.parts.typing.stop();
      core.parts.seen.stop();
    },
    onDispose: () => unsent.close(),
  });
  const { core, life } = assembly;
  const unsent = createUnsent(core, hooks);
  hooks.prepare?.(core.parts);
  const client = { ...assembly.ways, ...createJoining(assembly), ...createActs(core, unsent) };
  return { ...assembly, client, unsent };
}

/** A client and its jobs. */
export interface LiveClient extends Assembly<Parts> {
  readonly client: ChatClient & Acts & Joining;
  readonly unsent: Unsent;
}
