import { pause } from '../../lib/index.ts';
import type { ClientMessageId, Cursor, EngagementId } from '../../protocol/index.ts';
import { subjectOf } from '../auth/subjectOf.ts';
import type { ChatClient, ChatClientOptions, Draft } from '../chatClient.ts';
import { asChatError } from '../errors.ts';
import type { Acts } from '../live/acts.ts';
import type { LiveHooks } from '../live/hooks.ts';
import type { Seed } from '../live/seed.ts';
import { createLiveClient, type LiveClient } from '../liveClient.ts';
import { retryDelayMs } from '../retryDelay.ts';

/** The client of the tab that leads, or may come to lead: it can go on where another one stopped. */
export interface LeadingClient extends ChatClient, Acts {
  /** Up to where the log was read. */
  readonly cursor: () => Cursor | undefined;
  /** The customer, as the token says. Rejects where there is none, and tells of it. */
  identify(): Promise<string>;
  /** Asks the page's provider for another token. */
  renewToken(): void;
  /** Also a gap that another tab shows, before all that this one has read: the past is read up to it. */
  retryGap(id: EngagementId, afterSeq: number): Promise<void>;
  /** Goes on where another tab stopped. */
  takeOver(seed: Seed): void;
  /** @param messageId the message's id, where another tab has given it one. */
  send(id: EngagementId, draft: Draft, messageId?: ClientMessageId): Promise<ClientMessageId>;
}

/** Makes it. Nothing happens before `start` or `takeOver`. */
export function createLeadingClient(options: ChatClientOptions, hooks: LiveHooks): LeadingClient {
  const live = createLiveClient(options, hooks);
  const { client, life, unsent, core } = live;
  const { tokens, inbox, idle } = core.parts;
  return {
    ...client,
    identify: () => life.prepare(async () => subjectOf((await tokens.get()).token)),
    renewToken: () => tokens.renew(),
    cursor: () => inbox.cursor(),
    async retryGap(id, afterSeq) {
      const isBefore = (): boolean => {
        const { oldestSeq = 0, history } = core.state().engagements[id] ?? {};
        return oldestSeq > afterSeq && history?.status !== 'complete';
      };
      if (!isBefore()) return client.retryGap(id, afterSeq);
      while (isBefore()) await client.loadOlder(id);
      core.publish({ type: 'GAP_FILLED', engagementId: id, afterSeq, entries: [] });
    },
    takeOver({ subject, state }) {
      life.resume();
      const opened = unsent.openFor(subject);
      idle.start(state.idle.status === 'warning' ? state.idle.endsAtMs : undefined);
      void opened.then(() => resumeLine(live));
    },
  };
}

/** A line that was taken over waits for a token for as long as it takes. */
async function resumeLine({ core, life, unsent }: LiveClient): Promise<void> {
  const { publish, parts } = core;
  const { clock, random } = parts.world;
  unsent.show();
  for (let attempt = 0; life.phase === 'on'; attempt++) {
    try {
      await parts.tokens.get();
      break;
    } catch (fault) {
      const { message } = asChatError(fault);
      const retryAfterMs = retryDelayMs(random, attempt, {});
      const atMs = clock.now();
      publish({ type: 'EVENT_STREAM_FAILED', reason: 'UNAUTHORIZED', message, retryAfterMs, atMs });
      await pause(clock, retryAfterMs);
    }
  }
  if (life.phase === 'on') life.goOn();
}
