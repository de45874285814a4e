import type { ChatEvent, ChatState, EngagementState, TimelineItem } from '../model/index.ts';
import type { Action, LogEntry, MessageBody } from '../protocol/index.ts';

/** An address that no page loads. */
const NOWHERE = 'about:blank';

/** The event with another picture in the place of each, or with none: a log is shown without asking anybody for anything. */
export function replacePictures(event: ChatEvent, pictureUrl: string | undefined): ChatEvent {
  const body = (one: MessageBody): MessageBody => replaceIn(one, pictureUrl);
  switch (event.type) {
    case 'STATE_MIRRORED':
      return { ...event, state: inState(event.state, body) };
    case 'ENTRY':
      return { ...event, entry: inEntry(event.entry, body) };
    case 'HISTORY_LOADED':
    case 'GAP_FILLED':
      return { ...event, entries: event.entries.map((entry) => inEntry(entry, body)) };
    case 'MESSAGE_QUEUED':
      return { ...event, body: body(event.body) };
    default:
      return event;
  }
}

type ChangeBody = (body: MessageBody) => MessageBody;

function inState(state: ChatState, body: ChangeBody): ChatState {
  const all = Object.entries(state.engagements).map(([id, one]): [string, EngagementState] => [
    id,
    { ...one, timeline: one.timeline.map((item) => inItem(item, body)) },
  ]);
  return { ...state, engagements: Object.fromEntries(all) };
}

function inItem(item: TimelineItem, body: ChangeBody): TimelineItem {
  return item.kind === 'message'
    ? { ...item, message: { ...item.message, body: body(item.message.body) } }
    : item;
}

function inEntry(entry: LogEntry, body: ChangeBody): LogEntry {
  return entry.type === 'MESSAGE_ARRIVED' || entry.type === 'MESSAGE_ACCEPTED'
    ? { ...entry, message: { ...entry.message, body: body(entry.message.body) } }
    : entry;
}

function replaceIn(body: MessageBody, pictureUrl: string | undefined): MessageBody {
  switch (body.type) {
    case 'files':
      return {
        ...body,
        attachments: body.attachments.map((one) => ({
          ...one,
          url: one.contentType.startsWith('image/') ? (pictureUrl ?? NOWHERE) : NOWHERE,
        })),
      };
    case 'carousel':
      return {
        ...body,
        items: body.items.map((one) =>
          one.mediaUrl === undefined ? one : { ...one, mediaUrl: pictureUrl ?? NOWHERE },
        ),
      };
    case 'text':
      return body.actions ? { ...body, actions: body.actions.map(withoutIcon) } : body;
    default:
      return body;
  }
}

function withoutIcon(action: Action): Action {
  if (action.type !== 'reply') return action;
  const { iconUrl: _, ...rest } = action;
  return rest;
}
