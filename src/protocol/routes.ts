import { API_PREFIX } from './limits.ts';

/**
 * The paths of the connector's face to the page, for both ends. Every request carries `Authorization: Bearer …` and
 * `appkey: …`, except the signed download of a file and the WebSocket (first frame).
 */
export const routes = {
  sessions: (): string => `${API_PREFIX}/sessions`,
  session: (sessionId: string): string => `${API_PREFIX}/sessions/${part(sessionId)}`,
  sessionParameters: (sessionId: string): string => `${routes.session(sessionId)}/parameters`,
  /** GET with `Accept: text/event-stream`; header `Last-Event-ID` holds the cursor. */
  stream: (sessionId: string): string => `${routes.session(sessionId)}/stream`,
  /** GET `?cursor=&wait=`; answers within 25 s, or at once with `wait=0`, the first of a stream. */
  poll: (sessionId: string): string => `${routes.session(sessionId)}/poll`,
  /** WebSocket. */
  socket: (sessionId: string): string => `${routes.session(sessionId)}/socket`,
  engagements: (sessionId: string): string => `${routes.session(sessionId)}/engagements`,
  engagement: (sessionId: string, engagementId: string): string =>
    `${routes.engagements(sessionId)}/${part(engagementId)}`,
  join: below('join'),
  disconnect: below('disconnect'),
  messages: below('messages'),
  /** GET `?before=&limit=`. */
  history: below('history'),
  /** GET `?after=&limit=`. */
  entries: below('entries'),
  typing: below('typing'),
  read: below('read'),
  /** PUT: parameters for routing. */
  context: below('parameters'),
  /** POST `?name=`, body the file, `Content-Type` its type. Answers an `Attachment`. */
  attachments: (sessionId: string): string => `${routes.session(sessionId)}/attachments`,
  /** GET, no token: the address itself is signed and expires. */
  media: (attachmentId: string): string => `${API_PREFIX}/media/${part(attachmentId)}`,
} as const;

/* @__NO_SIDE_EFFECTS__ */
function below(name: string): (sessionId: string, engagementId: string) => string {
  return (sessionId, engagementId) => `${routes.engagement(sessionId, engagementId)}/${name}`;
}

function part(id: string): string {
  return encodeURIComponent(id);
}
