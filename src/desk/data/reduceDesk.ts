import type {
  DeskEngagement,
  DeskEngagementDetails,
  DeskEvent,
  DeskSnapshot,
} from '../../protocol/desk/index.ts';
import { changeConversation, conversationOf, withMessage } from './conversation.ts';
import type { DeskSignal, DeskState, NoticeKind } from './deskState.ts';

/** The one fold: what the desk shows after `signal`. Pure; a signal about something unknown changes nothing. */
export function reduceDesk(state: DeskState, signal: DeskSignal): DeskState {
  switch (signal.type) {
    case 'event':
      return reduceEvent(state, signal.event, signal.atMs);
    case 'line':
      return { ...state, line: signal.line };
    case 'details':
      return withDetails(state, signal.details);
    case 'selected':
      return select(state, signal.id);
    case 'seen':
      return changeConversation(state, signal.id, (one) => {
        const seenIndex = one.messages.at(-1)?.index ?? 0;
        return one.unread === 0 && one.seenIndex === seenIndex ? one : { ...one, unread: 0, seenIndex };
      });
    case 'typing-over':
      return changeConversation(state, signal.id, ({ typing: _, ...rest }) => rest);
    case 'alert-answered':
      return withoutAlert(state, signal.id);
    case 'me':
      return { ...state, me: signal.me };
    case 'notice':
      return withNotice(state, signal.kind, signal.name);
    default:
      return reduceOutbox(state, signal);
  }
}

type OutboxSignal = Extract<DeskSignal, { readonly type: 'composed' | 'send-failed' | 'removed' }>;

function reduceOutbox(state: DeskState, signal: OutboxSignal): DeskState {
  return changeConversation(state, signal.id, (one) => {
    if (signal.type === 'composed') {
      const id = signal.message.clientMessageId;
      // Its echo may have overtaken the compose when a failed one is sent again.
      if (one.messages.some((each) => each.clientMessageId === id)) return one;
      const others = one.pending.filter((each) => each.clientMessageId !== id);
      return { ...one, pending: [...others, signal.message] };
    }
    if (signal.type === 'removed')
      return {
        ...one,
        pending: one.pending.filter((each) => each.clientMessageId !== signal.clientMessageId),
      };
    return {
      ...one,
      pending: one.pending.map((each) =>
        each.clientMessageId === signal.clientMessageId ? { ...each, status: 'failed' as const } : each,
      ),
    };
  });
}

function reduceEvent(state: DeskState, event: DeskEvent, atMs: number): DeskState {
  switch (event.type) {
    case 'snapshot':
      return fromSnapshot(state, event.snapshot, atMs);
    case 'queue-changed':
      return { ...state, queue: event.queue };
    case 'alert':
      return { ...state, alerts: [...withoutAlert(state, event.alert.engagement.id).alerts, event.alert] };
    case 'alert-withdrawn': {
      const name = state.alerts.find((each) => each.engagement.id === event.id)?.engagement.customerName;
      const next = withoutAlert(state, event.id);
      if (name === undefined) return next;
      if (event.reason === 'unanswered') return withNotice(next, 'missed', name);
      return event.reason === 'customer-left' ? withNotice(next, 'customer-left', name) : next;
    }
    case 'engagement-updated':
      return withHead(state, event.engagement);
    case 'message':
      return changeConversation(state, event.id, (one) => withMessage(one, event.message));
    case 'message-read':
      return changeConversation(state, event.id, (one) =>
        event.index <= one.engagement.customerReadIndex
          ? one
          : { ...one, engagement: { ...one.engagement, customerReadIndex: event.index } },
      );
    case 'typing':
      return changeConversation(state, event.id, (one) => ({ ...one, typing: event.name }));
    case 'customer-presence':
      return withPresence(state, event.customerKey, event.present);
    case 'agents-changed':
      return {
        ...state,
        agents: event.agents,
        ...(state.me && { me: event.agents.find((each) => each.agentId === state.me?.agentId) ?? state.me }),
      };
    case 'reconnect':
      return state;
  }
}

function fromSnapshot(state: DeskState, snapshot: DeskSnapshot, atMs: number): DeskState {
  const { me, agents, queues, queue, alerts, history, engagements } = snapshot;
  const fresh = engagements.map(
    (details) =>
      [details.engagement.id, conversationOf(details, state.conversations[details.engagement.id])] as const,
  );
  const kept = state.selectedId === undefined ? undefined : state.conversations[state.selectedId];
  const conversations = Object.fromEntries([
    ...(kept ? [[kept.engagement.id, closedSince(kept, history)] as const] : []),
    ...fresh,
  ]);
  const openIds = fresh.map(([id]) => id);
  const next: DeskState = {
    ...state,
    ...{ me, agents, queues, queue, alerts, history, conversations, openIds },
    serverOffsetMs: Date.parse(snapshot.serverTime) - atMs,
  };
  const stays = state.selectedId !== undefined && conversations[state.selectedId] !== undefined;
  return stays ? next : select(next, openIds[0]);
}

/** A conversation that ended while the line was down shows its last head. */
function closedSince(
  kept: NonNullable<DeskState['conversations'][string]>,
  history: readonly DeskEngagement[],
) {
  const head = history.find((each) => each.id === kept.engagement.id);
  return head ? { ...kept, engagement: head } : kept;
}

function withDetails(state: DeskState, details: DeskEngagementDetails): DeskState {
  const { id } = details.engagement;
  const conversations = { ...state.conversations, [id]: conversationOf(details, state.conversations[id]) };
  const isMine = details.engagement.phase === 'agent' && details.engagement.agentId === state.me?.agentId;
  const openIds = isMine && !state.openIds.includes(id) ? [...state.openIds, id] : state.openIds;
  return { ...state, conversations, openIds };
}

/** The head of an engagement changed: it may have left my desk. */
function withHead(state: DeskState, head: DeskEngagement): DeskState {
  const next = changeConversation(state, head.id, (one) => ({
    ...one,
    engagement: head,
    customer: {
      ...one.customer,
      name: head.customerName,
      verified: head.verified,
      present: head.customerPresent,
    },
  }));
  const alerts = next.alerts.map((each) =>
    each.engagement.id === head.id ? { ...each, engagement: head } : each,
  );
  const wasOpen = state.openIds.includes(head.id);
  const isMine = head.agentId === state.me?.agentId;
  if (!wasOpen || (isMine && head.phase === 'agent')) return { ...next, alerts };

  const left: DeskState = { ...next, alerts, openIds: next.openIds.filter((id) => id !== head.id) };
  if (head.phase === 'closed') {
    const history = [head, ...left.history.filter((each) => each.id !== head.id)].slice(0, 20);
    // Whoever looks at it reads the end in its place.
    if (state.selectedId === head.id) return { ...left, history };
    const kind = head.endedBy === 'customer' ? 'customer-left' : 'closed';
    return withNotice({ ...left, history }, kind, head.customerName);
  }
  const { [head.id]: _, ...conversations } = left.conversations;
  const gone = { ...left, conversations };
  const onward = state.selectedId === head.id ? select(gone, left.openIds[0]) : gone;
  return withNotice(onward, 'handed-over', head.customerName);
}

function withPresence(state: DeskState, customerKey: string, present: boolean): DeskState {
  let next = state;
  for (const [id, one] of Object.entries(state.conversations)) {
    if (one.engagement.customerKey !== customerKey) continue;
    next = changeConversation(next, id, (each) => ({
      ...each,
      engagement: { ...each.engagement, customerPresent: present },
      customer: { ...each.customer, present },
    }));
  }
  return next;
}

function select(state: DeskState, id: string | undefined): DeskState {
  const { selectedId: _, ...rest } = state;
  return id === undefined ? rest : { ...rest, selectedId: id };
}

function withoutAlert(state: DeskState, id: string): DeskState {
  return { ...state, alerts: state.alerts.filter((each) => each.engagement.id !== id) };
}

function withNotice(state: DeskState, kind: NoticeKind, name: string): DeskState {
  return { ...state, notice: { serial: (state.notice?.serial ?? 0) + 1, kind, name } };
}
