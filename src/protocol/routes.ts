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
  join: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/join`,
  disconnect: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/disconnect`,
  messages: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/messages`,
  /** GET `?before=&limit=`. */
  history: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/history`,
  /** GET `?after=&limit=`. */
  entries: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/entries`,
  typing: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/typing`,
  read: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/read`,
  /** PUT: parameters for routing. */
  context: (sessionId: string, engagementId: string): string =>
    `${routes.engagement(sessionId, engagementId)}/parameters`,
  /** POST `?name=`, body the file, `Content-Type` its type. Answers an `Attachment`. */
  attachments: (sessionId: string): string => `${routes.session(sessionId)}/attachments`,
  /** GET, no token: the address itself is signed and expires. */
  media: (attachmentId: string): string => `${API_PREFIX}/media/${part(attachmentId)}`,
} as const;

function part(id: string): string {
  return encodeURIComponent(id);
}
