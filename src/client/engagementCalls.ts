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
export function create(
  { http }: Caller,
  session: SessionId,
  parameters?: Parameters,
): Promise<WireEngagement> {
  const json = { ...(parameters && { parameters }) };
  return http.call({ method: 'POST', path: routes.engagements(session), json, decoder: decodeEngagement });
}

/** Hears an engagement from its head on. */
export function join({ http }: Caller, session: SessionId, id: EngagementId): Promise<WireEngagement> {
  return http.call({ method: 'POST', path: routes.join(session, id), json: {}, decoder: decodeEngagement });
}

/** Leaves an engagement; what becomes of it comes as events. */
export function disconnect(
  { http }: Caller,
  session: SessionId,
  id: EngagementId,
  reason: DisconnectReason,
): Promise<void> {
  return http.call({
    method: 'POST',
    path: routes.disconnect(session, id),
    json: { reason },
    decoder: noBody,
  });
}

/** Sets parameters for routing. */
export function putContext(
  { http }: Caller,
  session: SessionId,
  id: EngagementId,
  parameters: Parameters,
): Promise<void> {
  return http.call({ method: 'PUT', path: routes.context(session, id), json: parameters, decoder: noBody });
}

/** Sets the session's parameters. */
export function putParameters({ http }: Caller, session: SessionId, parameters: Parameters): Promise<void> {
  return http.call({
    method: 'PUT',
    path: routes.sessionParameters(session),
    json: parameters,
    decoder: noBody,
  });
}

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
