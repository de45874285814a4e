import type { DialogEvent } from './dialogEvent.ts';
import { given } from './given.ts';
import type { ConnectionRecord, DialogRecord } from './records.ts';

/** The one fold of dialogs: the dialog after the event, which happened at `nowMs`. */
export function reduceDialog(before: DialogRecord, event: DialogEvent, nowMs: number): DialogRecord {
  const dialog: DialogRecord = { ...before, updatedAtMs: nowMs };
  switch (event.type) {
    case 'participant-connected':
    case 'participant-disconnected':
    case 'session-joined':
    case 'session-left':
    case 'customer-recognised':
      return reduceParticipants(dialog, event);
    case 'message-added':
      return { ...dialog, messageCount: event.message.index, lastMessage: event.message };
    case 'parameters-changed':
      return {
        ...dialog,
        sessionParameters: event.session ?? dialog.sessionParameters,
        engagementParameters: event.engagement ?? dialog.engagementParameters,
      };
    case 'customer-read':
      return { ...dialog, customerReadIndex: Math.max(dialog.customerReadIndex, event.index) };
    default:
      return reduceRoute(dialog, event, nowMs);
  }
}

/** The participant of the customer, connected or not. */
export function customerOf(dialog: DialogRecord): ConnectionRecord | undefined {
  return dialog.connections.find(({ type }) => type === 'CUSTOMER');
}

type ParticipantEvent = Extract<
  DialogEvent,
  {
    type:
      | 'participant-connected'
      | 'participant-disconnected'
      | 'session-joined'
      | 'session-left'
      | 'customer-recognised';
  }
>;
type RouteEvent = Extract<
  DialogEvent,
  { type: 'queued' | 'alerted' | 'alert-passed' | 'accepted' | 'terminated' }
>;

function reduceParticipants(dialog: DialogRecord, event: ParticipantEvent): DialogRecord {
  switch (event.type) {
    case 'participant-connected': {
      const active = event.connection.type !== 'CUSTOMER' && dialog.status === 'PENDING';
      return {
        ...dialog,
        status: active ? 'ACTIVE' : dialog.status,
        connections: [
          ...dialog.connections.filter(
            ({ participantId }) => participantId !== event.connection.participantId,
          ),
          event.connection,
        ],
      };
    }
    case 'participant-disconnected':
      return change(dialog, (one) =>
        one.participantId === event.participantId ? { ...one, connected: false } : one,
      );
    case 'session-joined':
      return change(dialog, (one) =>
        one.type === 'CUSTOMER' && !one.sessionIds.includes(event.sessionId)
          ? { ...one, sessionIds: [...one.sessionIds, event.sessionId] }
          : one,
      );
    case 'session-left':
      return change(dialog, (one) => ({
        ...one,
        sessionIds: one.sessionIds.filter((sessionId) => sessionId !== event.sessionId),
      }));
    case 'customer-recognised':
      return change({ ...dialog, customerKey: event.customerKey }, (one) =>
        one.type === 'CUSTOMER' && event.name !== '' ? { ...one, name: event.name } : one,
      );
  }
}

function reduceRoute(dialog: DialogRecord, event: RouteEvent, nowMs: number): DialogRecord {
  const { alert, agentId, target, ...rest } = dialog;
  switch (event.type) {
    case 'queued':
      return {
        ...rest,
        ...given({ target: event.target }),
        phase: 'queued',
        queueId: event.queueId,
        requiredAttributes: event.requiredAttributes,
        queuedAtMs: (event.keepPlace ? dialog.queuedAtMs : undefined) ?? nowMs,
        tried: [],
      };
    case 'alerted':
      return { ...rest, ...given({ target }), phase: 'alerting', alert: event.alert };
    case 'alert-passed':
      // A transfer that its target let pass is for everybody from now on.
      return {
        ...rest,
        phase: 'queued',
        tried:
          event.reason === 'agent-unavailable' || !alert ? dialog.tried : [...dialog.tried, alert.agentId],
      };
    case 'accepted':
      return { ...rest, phase: 'agent', agentId: event.agentId, tried: [] };
    case 'terminated':
      return {
        ...rest,
        ...given({ agentId }),
        phase: 'closed',
        status: 'TERMINATED',
        endedAtMs: nowMs,
        endedBy: event.by,
        tried: [],
      };
  }
}

function change(dialog: DialogRecord, to: (one: ConnectionRecord) => ConnectionRecord): DialogRecord {
  return { ...dialog, connections: dialog.connections.map(to) };
}
