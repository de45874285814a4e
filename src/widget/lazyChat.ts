import type { ChatModule, MountedChat, MountOptions } from './chatModule.ts';

/**
 * The chat that is not there yet: fetched and mounted when it is first wanted, once; what was said and set before is
 * handed over then. @param load fetches the module; called again after a failure.
 */
export function createLazyChat(
  load: () => Promise<ChatModule>,
  options: () => Omit<MountOptions, 'parameters'>,
): LazyChat {
  const unsent: string[] = [];
  let parameters: Readonly<Record<string, string>> = {};
  let loading: Promise<ChatModule> | undefined;
  let mounted: MountedChat | undefined;
  /** A chat that was wanted in another round comes no more. */
  let round = 0;

  const fetchModule = (): Promise<ChatModule> => {
    loading ??= load().catch((fault: unknown) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };

  return {
    current: () => mounted,
    prefetch: () => void fetchModule().catch(() => undefined),
    async mount() {
      const mine = round;
      const module = await fetchModule();
      if (mine !== round) return undefined;
      mounted ??= module.mountChat({ ...options(), parameters });
      for (const text of unsent.splice(0)) mounted.send(text);
      return mounted;
    },
    send: (text) => void (mounted ? mounted.send(text) : unsent.push(text)),
    setContext(changed) {
      parameters = { ...parameters, ...changed };
      mounted?.setContext(changed);
    },
    async logout() {
      round++;
      parameters = {};
      unsent.splice(0);
      await mounted?.logout();
      mounted = undefined;
    },
    destroy() {
      round = NaN; // never the same
      mounted?.destroy();
      mounted = undefined;
    },
  };
}

/** See `createLazyChat`. */
export interface LazyChat {
  readonly current: () => MountedChat | undefined;
  /** Fetches without mounting; a failure is tried again when it matters. */
  readonly prefetch: () => void;
  /** Rejects where the module cannot be fetched; undefined after `destroy`, and where a `logout` came in between. */
  readonly mount: () => Promise<MountedChat | undefined>;
  /** Says a text, as soon as the chat stands. */
  readonly send: (text: string) => void;
  readonly setContext: (parameters: Readonly<Record<string, string>>) => void;
  /** Ends and forgets it; one that is on its way does not come, and neither what was said before it stood nor the context is told any more. */
  readonly logout: () => Promise<void>;
  readonly destroy: () => void;
}
