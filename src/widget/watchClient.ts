import type { ChatClient } from '../client/index.ts';
import type { Words } from '../locales/index.ts';
import { selectUnread } from '../model/index.ts';
import type { ChatMessage, ChatState } from '../model/index.ts';
import type { MountOptions } from './chatModule.ts';
import { createArrivals } from './createArrivals.ts';
import { createTitleCount } from './titleCount.ts';

/**
 * Tells the launcher and the page's title what the chat knows, and decides over the stream: a closed widget keeps it while a conversation goes
 * on, and wants none otherwise (architecture, Settled 10).
 */
export function watchClient(client: ChatClient, words: Words, options: WatchOptions): ClientWatch {
  const title = createTitleCount();
  let isOpen = false;
  let told: { unread?: number; isGoingOn?: boolean; isWanted?: boolean } = {};

  const tell = (): void => {
    const state = client.getState();
    const unread = selectUnread(state);
    const isGoingOn = state.session.status === 'open' ? goesOn(state) : (told.isGoingOn ?? false);
    const isWanted = isOpen || isGoingOn || state.session.status !== 'open';
    if (unread !== told.unread) {
      title.show(unread);
      options.onUnread(unread, launcherName(unread, words));
    }
    if (isGoingOn !== told.isGoingOn && state.session.status === 'open') options.onConversation(isGoingOn);
    if (isWanted !== (told.isWanted ?? true)) client.setStreamWanted(isWanted);
    told = { unread, isGoingOn, isWanted };
  };
  const arrivals = createArrivals();
  arrivals(client.getState());
  const stop = client.subscribe((event) => {
    tell();
    if (event.type === 'SESSION_FAILED') options.onEvent('error', { code: event.code });
    for (const message of arrivals(client.getState())) report(message, !event.relayed, options);
  });
  return {
    setOpen(open) {
      isOpen = open;
      tell();
    },
    stop() {
      stop();
      title.stop();
    },
  };
}

/** Whom it tells. */
export type WatchOptions = Pick<MountOptions, 'onUnread' | 'onConversation' | 'onEvent'>;

/** See `watchClient`. */
export interface ClientWatch {
  readonly setOpen: (open: boolean) => void;
  readonly stop: () => void;
}

/** A messaging conversation is always there; it goes on only once something was said in it. */
function goesOn(state: ChatState): boolean {
  return state.engagementIds.some((id) => {
    const engagement = state.engagements[id];
    if (!engagement || engagement.status === 'TERMINATED') return false;
    return engagement.kind === 'chat' || engagement.headSeq > 0 || engagement.timeline.length > 0;
  });
}

function launcherName(unread: number, words: Words): string {
  return unread === 0 ? words.launcher.open : `${words.launcher.open}, ${words.launcher.unread(unread)}`;
}

/** `first`: of all tabs this one has heard it from the contact centre. A page that makes a sound makes it here. */
function report({ messageId, sender, body }: ChatMessage, first: boolean, options: WatchOptions): void {
  options.onEvent('message', { messageId, from: sender?.displayName, text: body.text, first });
}
