import type { ChatEvent, ChatState } from '../../model/index.ts';
import { asChatError } from '../errors.ts';
import type { LeadingClient } from './leadingClient.ts';
import type { Membership } from './membership.ts';
import type { Mirror } from './mirror.ts';
import { perform } from './perform.ts';
import { faultOf, type TabMessage } from './tabMessage.ts';

/** What a tab does for the others while it leads; nothing otherwise. */
export interface Lead {
  begin(): void;
  tellEvent(event: ChatEvent): void;
  /** The line is wanted while any tab wants it. */
  applyWanted(): void;
  take(message: Extract<TabMessage, { type: 'ping' | 'run' | 'bye' }>): void;
}

/** Of whom a leader speaks, and to whom. */
export interface LeadOptions {
  readonly membership: Membership;
  readonly mirror: Mirror;
  readonly live: () => LeadingClient | undefined;
  readonly state: () => ChatState;
  readonly isStreamWanted: () => boolean;
}

/** Makes it; the election says when it leads. */
export function createLead({ membership, mirror, live, state, isStreamWanted }: LeadOptions): Lead {
  const { post, id, election } = membership;
  /** The other tabs that want the line. */
  const wanting = new Set<string>();

  const applyWanted = (): void => live()?.setStreamWanted(isStreamWanted() || wanting.size > 0);

  const answer = ({ from, wantsState, wantsStream }: Extract<TabMessage, { type: 'ping' }>): void => {
    const standing = election();
    if (!standing?.isLeading) return;
    if (wantsStream) wanting.add(from);
    else wanting.delete(from);
    applyWanted();
    if (!wantsState) return;
    const { term } = standing;
    const shown = { state: state(), cursor: live()?.cursor() };
    post({ type: 'state', from: id(), to: from, term, at: mirror.at ?? 0, ...shown });
  };

  const serve = ({ from, id: call, name, args }: Extract<TabMessage, { type: 'run' }>): void => {
    const client = live();
    if (!client || !election()?.isLeading) return;
    const reply = { type: 'done', from: id(), to: from } as const;
    perform(client, name, args).then(
      (value) => call && post({ ...reply, id: call, value }),
      (fault: unknown) => call && post({ ...reply, id: call, error: faultOf(asChatError(fault)) }),
    );
  };

  return {
    applyWanted,
    begin() {
      mirror.at = 0;
      wanting.clear();
    },
    tellEvent(event) {
      const standing = election();
      // The others have no token whose end would concern them: they ask nobody for another one.
      const isOwn = event.type === 'TOKEN_EXPIRED' || event.type === 'TOKEN_EXPIRY_REMINDER';
      if (!standing?.isLeading || isOwn) return;
      mirror.at = (mirror.at ?? 0) + 1;
      post({ type: 'event', from: id(), term: standing.term, at: mirror.at, event });
    },
    take(message) {
      if (message.type === 'ping') answer(message);
      else if (message.type === 'run') serve(message);
      else if (wanting.delete(message.from)) applyWanted();
    },
  };
}
