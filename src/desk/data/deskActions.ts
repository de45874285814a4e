import type { Clock } from '../../lib/index.ts';
import type { DeskTransfer } from '../../protocol/desk/index.ts';
import type { DeskClient } from './deskClient.ts';
import type { DeskStore } from './deskStore.ts';

/** The least pause between two typing marks of mine, milliseconds (docs/sandbox.md). */
const TYPING_SENT_MS = 3_000;

/** What an agent can do besides sending. No action rejects: faults become notices. */
export interface DeskActions {
  /** Resolves with whether it is mine now; then it is selected. */
  accept(id: string): Promise<boolean>;
  decline(id: string): Promise<void>;
  /** Also a closed one of mine: its transcript is fetched. Undefined shows none. */
  select(id?: string): Promise<void>;
  /** The selected conversation is on screen and the page in front: it counts as read. */
  looked(id: string): void;
  typing(id: string): void;
  setState(state: 'ready' | 'away'): Promise<void>;
  transfer(id: string, to: DeskTransfer['to']): Promise<void>;
  end(id: string): Promise<void>;
}

/** @param parts the signed-in client, the store that shows the result, and `attempt`, which tells of faults. */
export function createDeskActions(parts: DeskActionParts): DeskActions {
  const { client, store, clock, attempt } = parts;
  const typedAtMs = new Map<string, number>();
  const state = () => store.readable.getState();
  return {
    async accept(id) {
      let isMine = false;
      await attempt(id, async () => {
        const details = await client.accept(id).finally(() => store.fold({ type: 'alert-answered', id }));
        store.fold({ type: 'details', details });
        store.fold({ type: 'selected', id });
        isMine = true;
      });
      return isMine;
    },
    decline: (id) =>
      attempt(id, () => {
        store.fold({ type: 'alert-answered', id });
        return client.decline(id);
      }),
    select: (id) =>
      attempt(id ?? '', async () => {
        if (id === undefined) return store.fold({ type: 'selected' });
        if (!state().conversations[id]) store.fold({ type: 'details', details: await client.details(id) });
        store.fold({ type: 'selected', id });
      }),
    looked(id) {
      const one = state().conversations[id];
      const last = one?.messages.filter((each) => each.senderType === 'CUSTOMER').at(-1);
      store.fold({ type: 'seen', id });
      if (!one || !last || last.index <= one.seenIndex || !state().openIds.includes(id)) return;
      // A lost mark does no harm: the next message brings the next one.
      void client.read(id, last.messageId).catch(() => undefined);
    },
    typing(id) {
      const nowMs = clock.monotonic();
      if (nowMs - (typedAtMs.get(id) ?? -Infinity) < TYPING_SENT_MS) return;
      typedAtMs.set(id, nowMs);
      void client.typing(id).catch(() => undefined);
    },
    setState: (wanted) =>
      attempt('', async () => store.fold({ type: 'me', me: await client.setState(wanted) })),
    transfer: (id, to) => attempt(id, () => client.transfer(id, to)),
    end: (id) => attempt(id, () => client.end(id)),
  };
}

/** What the actions work with. */
export interface DeskActionParts {
  readonly client: DeskClient;
  readonly store: DeskStore;
  readonly clock: Clock;
  /** Runs a task about an engagement; never rejects. */
  readonly attempt: (id: string, task: () => Promise<void>) => Promise<void>;
}
