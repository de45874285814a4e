import type { ClientSocket, ClientWorld, JwtProvider } from '../../client/index.ts';
import type { Clock } from '../../lib/index.ts';
import {
  asId,
  FILE_TYPES,
  problemOf,
  type DialogId,
  type EngagementId,
  type MessageBody,
  type MessageId,
  type Participant,
  type ParticipantId,
  type ProblemCode,
  type SessionId,
  type SessionView,
  type Signal,
  type WireEngagement,
} from '../../protocol/index.ts';
import { behaves, type LineBehaviour, type RequestFault } from './behaviours.ts';
import type { Accepted, FarEnd, FarStream, Refusal } from './farEnd.ts';
import { createFarLogs, type FarLogs } from './farLog.ts';
import { answer } from './farRequests.ts';
import { openFarSocket, openFarSse, answerFarPoll } from './farStreams.ts';

/** A far end by script: enough of a connector to test a client against, and every fault that a test can name. */
export function createScriptedConnector(clock: Clock): ScriptedConnector {
  return new Scripted(clock);
}

/** See `createScriptedConnector`. What can be written to is the script. */
export type ScriptedConnector = InstanceType<typeof Scripted>;

class Scripted implements FarEnd {
  /** What the streams do from the next one on. */
  line: LineBehaviour = behaves.well();
  /** Sockets, streams and requests alike find nobody. */
  isDown = false;
  /** WebSockets are refused by something between. */
  refusesSockets = false;
  /** What the present token is worth. */
  tokenLivesMs = 900_000;
  /** The provider's present token; only this one is accepted. */
  token = 'token-1';
  /** Whether engagements are created (chat) or one stands from the start. */
  readonly kind: 'messaging' | 'chat' = 'messaging';
  isSessionGone = false;
  sessionsCreated = 0;
  providerCalls = 0;
  readonly requests: string[] = [];
  readonly streams = new Set<FarStream>();
  /** What was accepted, by client id: once each, for ever. */
  readonly accepted = new Map<string, Accepted>();
  readonly nextNumber = new Map<string, number>();
  readonly clock: Clock;
  readonly logs: FarLogs;
  readonly sessionId: SessionId = asId<SessionId>('session-1');
  readonly engagementId: EngagementId = asId<EngagementId>('engagement-1');
  readonly agent: Participant = {
    participantId: asId<ParticipantId>('agent-1'),
    participantType: 'AGENT',
    displayName: 'Ada',
  };
  readonly customer: Participant = {
    participantId: asId<ParticipantId>('customer-1'),
    participantType: 'CUSTOMER',
  };
  private readonly faults: { readonly part: string; readonly fault: RequestFault; left: number }[] = [];
  private messages = 0;

  constructor(clock: Clock) {
    this.clock = clock;
    this.logs = createFarLogs(clock, [this.sessionId, this.engagementId]);
  }

  /** The world's ends that lead here. */
  get world(): Pick<ClientWorld, 'clock' | 'fetch' | 'openSocket'> {
    return {
      clock: this.clock,
      fetch: (request) => this.fetch(request),
      openSocket: (url) => this.openSocket(url),
    };
  }

  readonly provider: JwtProvider = async () => {
    this.providerCalls += 1;
    return { token: this.token, appkey: 'appkey-1' };
  };

  /** The agent writes. Answers the id. */
  says(text: string): MessageId {
    return this.arrives({ type: 'text', text, format: 'plain' });
  }

  /** The agent sends any body. */
  arrives(body: MessageBody): MessageId {
    const messageId = asId<MessageId>(`m-${++this.messages}`);
    const { engagementId } = this;
    const receivedAt = new Date(this.clock.now()).toISOString();
    const message = { messageId, dialogId: asId<DialogId>('dialog-1'), sender: this.agent, body, receivedAt };
    this.logs.append(engagementId, { type: 'MESSAGE_ARRIVED', engagementId, message });
    return messageId;
  }

  /** Lossy news for the streams that stand. */
  signals(signal: Signal): void {
    for (const stream of this.streams) stream.say({ type: 'event', event: signal });
  }

  /** The next `times` requests whose path contains `part` meet this fault. */
  failNext(part: string, fault: RequestFault, times = 1): void {
    this.faults.push({ part, fault, left: times });
  }

  /** Forgets the faults that have not been met yet. */
  clearFaults(): void {
    this.faults.length = 0;
  }

  /** Breaks every line. */
  cut(): void {
    for (const stream of [...this.streams]) stream.cut();
  }

  /** The session as its page sees it now. */
  view(): SessionView {
    return {
      sessionId: this.sessionId,
      participantId: this.customer.participantId,
      integrationId: 'integration-1',
      kind: this.kind,
      sessionParameters: {},
      engagements: [this.engagement()],
      cursor: this.logs.cursor(),
      limits: { textLength: 4096, fileBytes: 1000, fileTypes: Object.keys(FILE_TYPES) },
      features: { richMedia: true, files: true, typing: true, readReceipts: true, createEngagement: false },
      serverTime: new Date(this.clock.now()).toISOString(),
      tokenExpiresInMs: this.tokenLivesMs,
    };
  }

  engagement(): WireEngagement {
    const at = new Date(this.clock.now()).toISOString();
    return {
      engagementId: this.engagementId,
      dialogId: asId<DialogId>('dialog-1'),
      status: 'ACTIVE',
      kind: this.kind,
      createdAt: at,
      lastUpdatedAt: at,
      participants: [],
      head: this.logs.head(this.engagementId),
      joined: true,
    };
  }

  /** What is accepted, in the order of the log. */
  texts(): readonly string[] {
    return this.logs
      .range(this.engagementId, 0, 100_000)
      .flatMap((entry) =>
        entry.type === 'MESSAGE_ACCEPTED' || entry.type === 'MESSAGE_ARRIVED'
          ? [entry.message.body.text]
          : [],
      );
  }

  /** A refusal in the connector's own words. */
  refuse(code: ProblemCode, rest: Refusal = {}): Response {
    const { expected, retryAfterSeconds } = rest;
    const problem = problemOf(code, {
      detail: `scripted: ${code}`,
      ...(expected !== undefined && { expected }),
    });
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
      },
    });
  }

  isTokenGood(token: string | null): boolean {
    return token === this.token;
  }

  private async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    this.requests.push(`${request.method} ${pathname}`);
    if (this.isDown) throw new TypeError('nobody there');
    const fault = this.faultFor(pathname);
    if (fault === 'lost') throw new TypeError('lost');
    if (fault === 'hangs') return new Promise(() => undefined);
    if (fault === 'captive-portal')
      return new Response('<html>Welcome to the hotel</html>', { headers: { 'content-type': 'text/html' } });
    if (typeof fault === 'object') return this.refuse(fault.code, fault);
    const response = await this.route(request, pathname);
    if (fault === 'answer-lost') throw new TypeError('answer lost');
    return response;
  }

  private async route(request: Request, pathname: string): Promise<Response> {
    if (!this.isTokenGood(request.headers.get('authorization')?.replace('Bearer ', '') ?? null))
      return this.refuse('token-expired');
    if (this.isSessionGone && pathname.includes(this.sessionId)) return this.refuse('session-gone');
    if (pathname.endsWith('/stream')) return openFarSse(this, request);
    if (pathname.endsWith('/poll')) return answerFarPoll(this, request);
    return answer(this, request, pathname);
  }

  private openSocket(_url: string): ClientSocket {
    return openFarSocket(this);
  }

  private faultFor(pathname: string): RequestFault | undefined {
    const found = this.faults.find((one) => one.left > 0 && pathname.includes(one.part));
    if (found) found.left -= 1;
    return found?.fault;
  }
}
