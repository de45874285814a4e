import type { ChatMessage, ChatState } from '../model/index.ts';
import {
  decodeEngagement,
  routes,
  type ClientMessageId,
  type DisconnectReason,
  type EngagementId,
  type Parameters,
  type SessionId,
  type WireEngagement,
} from '../protocol/index.ts';
import { noBody, type Http } from './http.ts';

interface Caller {
  readonly http: Http;
}

/** Starts a further engagement. */
export function create(caller: Caller, session: SessionId, parameters?: Parameters): Promise<WireEngagement> {
  const path = routes.engagements(session);
  return caller.http.call({ ...POST, path, json: { parameters }, decoder: decodeEngagement });
}

/** Hears an engagement from its head on. */
export function join(caller: Caller, session: SessionId, id: EngagementId): Promise<WireEngagement> {
  return caller.http.call({ ...POST, path: routes.join(session, id), json: {}, decoder: decodeEngagement });
}

/** Leaves an engagement; what becomes of it comes as events. */
export function disconnect(
  caller: Caller,
  session: SessionId,
  id: EngagementId,
  reason: DisconnectReason,
): Promise<void> {
  return caller.http.call({
    ...POST,
    path: routes.disconnect(session, id),
    json: { reason },
    decoder: noBody,
  });
}

/** Sets parameters for routing. */
export function putContext(
  caller: Caller,
  session: SessionId,
  id: EngagementId,
  json: Parameters,
): Promise<void> {
  return caller.http.call({ ...PUT, path: routes.context(session, id), json });
}

/** Sets the session's parameters. */
export function putParameters(caller: Caller, session: SessionId, json: Parameters): Promise<void> {
  return caller.http.call({ ...PUT, path: routes.sessionParameters(session), json });
}

const POST = { method: 'POST' } as const;
const PUT = { method: 'PUT', decoder: noBody } as const;

/** The never-ending conversation of a messaging integration; undefined on others. */
export function defaultConversation(state: ChatState): EngagementId | undefined {
  return state.facts?.features.createEngagement === false ? state.engagementIds[0] : undefined;
}

/** A conversation has begun and has not ended: somebody may be writing to the customer. */
export function isConversing(state: ChatState): boolean {
  return Object.values(state.engagements).some(
    ({ joined, status, headSeq }) => joined && headSeq > 0 && status !== 'TERMINATED',
  );
}

/** One's own message of this id, wherever it stands. */
export function findOwn(
  state: ChatState,
  engagementId: EngagementId,
  id: ClientMessageId,
): ChatMessage | undefined {
  const item = state.engagements[engagementId]?.timeline.find((one) => one.key === id);
  return item?.kind === 'message' && item.message.own ? item.message : undefined;
}
