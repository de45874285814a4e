import { uuidV7, type Clock } from '../../lib/index.ts';
import type { ChatEvent, LocalFile } from '../../model/index.ts';
import {
  asId,
  type ClientMessageId,
  type EngagementId,
  type LogEntry,
  type MessageBody,
  type OutgoingBody,
} from '../../protocol/index.ts';
import type { Draft } from '../chatClient.ts';
import { ChatClientError } from '../errors.ts';
import { pause } from '../retries.ts';
import { createLane, type Lane, type LaneOptions } from './lane.ts';
import type { OutboxContent, OutboxEntry } from './outboxStore.ts';

/** Messages that may wait (guarantees 2.3, rule 13). */
export const MAX_UNSENT = 500;
/** How long the end of a session waits for what is on its way. */
export const FLUSH_MS = 5000;

/** The Out road: keeps what a person wrote until the connector has it, or somebody gives it up. */
export interface Outbox {
  /** Keeps a checked draft, tells MESSAGE_QUEUED and sends it when its turn comes. Rejects with `outbox-full`. */
  queue(engagementId: EngagementId, draft: Draft): Promise<ClientMessageId>;
  /** Sends what stands in the log already once more, as a new message. */
  queueCopy(engagementId: EngagementId, body: OutgoingBody, shown: MessageBody): Promise<ClientMessageId>;
  /** Sends a rejected message again, under its own id. False where it is not here. */
  retry(engagementId: EngagementId, id: ClientMessageId): Promise<boolean>;
  remove(engagementId: EngagementId, id: ClientMessageId): boolean;
  /** The echo settles a message as well as the answer does. */
  takeEntry(entry: LogEntry): void;
  /** The line is back, or a fresh token, or a new session. */
  wake(): void;
  pause(): void;
  /** Waits so long for what is unsent, then hands the rest back as failed. */
  flush(waitMs: number): Promise<void>;
  /** Something waits to be sent. */
  readonly isUnsettled: boolean;
}

/** What an outbox needs; see `LaneOptions`. */
export interface OutboxOptions extends Omit<LaneOptions, 'engagementId' | 'emit'> {
  readonly emit: (event: Parameters<LaneOptions['emit']>[0]) => void;
  /** The server's clock in milliseconds, as far as it is known: for the time on a pending bubble. */
  readonly serverNow: () => number;
  readonly clock: Clock;
}

/** Makes the outbox of one client. */
export function createOutbox(options: OutboxOptions): Outbox {
  return new Keeping(options);
}

class Keeping implements Outbox {
  private readonly lanes = new Map<EngagementId, Lane>();
  private readonly options: OutboxOptions;

  constructor(options: OutboxOptions) {
    this.options = options;
  }

  get isUnsettled(): boolean {
    return this.all().some((entry) => entry.status === 'queued');
  }

  queue(engagementId: EngagementId, draft: Draft): Promise<ClientMessageId> {
    const content = contentOf(draft);
    const { parentMessageId } = draft;
    return this.keep(engagementId, content, {
      body: shownBody(content),
      ...('files' in draft && { localFiles: draft.files.map(localFile) }),
      ...(parentMessageId && { parentMessageId }),
    });
  }

  queueCopy(engagementId: EngagementId, body: OutgoingBody, shown: MessageBody): Promise<ClientMessageId> {
    return this.keep(engagementId, { type: 'body', body }, { body: shown });
  }

  async retry(engagementId: EngagementId, id: ClientMessageId): Promise<boolean> {
    const lane = this.laneOf(engagementId);
    const entry = lane.entries.find((one) => one.clientMessageId === id);
    if (!entry) return false;
    if (entry.status === 'failed') {
      const { clientSeq: _consumed, ...rest } = entry;
      const again = await this.options.store.add({ ...rest, status: 'queued' });
      this.options.emit({ type: 'MESSAGE_WAITING', engagementId, clientMessageId: id });
      lane.push(again);
    }
    lane.wake();
    return true;
  }

  remove(engagementId: EngagementId, id: ClientMessageId): boolean {
    return this.laneOf(engagementId).remove(id);
  }

  takeEntry(entry: LogEntry): void {
    if (entry.type !== 'MESSAGE_ACCEPTED' || !entry.message.clientMessageId) return;
    this.lanes.get(entry.engagementId)?.settle(entry.message.clientMessageId);
  }

  wake(): void {
    for (const lane of this.lanes.values()) lane.wake();
  }

  pause(): void {
    for (const lane of this.lanes.values()) lane.pause();
  }

  async flush(waitMs: number): Promise<void> {
    const { clock } = this.options;
    const STEP_MS = 100;
    for (let waitedMs = 0; this.isUnsettled && waitedMs < waitMs; waitedMs += STEP_MS)
      await pause(clock, STEP_MS);
    for (const lane of this.lanes.values())
      lane.giveUp('session-gone', 'The chat was ended before this could be sent');
  }

  private async keep(
    engagementId: EngagementId,
    content: OutboxContent,
    shown: Pick<QueuedEvent, 'body' | 'localFiles' | 'parentMessageId'>,
  ): Promise<ClientMessageId> {
    if (this.all().length >= MAX_UNSENT)
      throw new ChatClientError('outbox-full', `${MAX_UNSENT} messages are waiting already`);
    const { clock, random, store, emit, serverNow } = this.options;
    const clientMessageId = asId<ClientMessageId>(uuidV7(clock.now(), random));
    const { parentMessageId } = shown;
    const entry = await store.add({
      clientMessageId,
      engagementId,
      content,
      ...(parentMessageId && { parentMessageId }),
      status: 'queued',
    });
    emit({ type: 'MESSAGE_QUEUED', engagementId, clientMessageId, ...shown, atMs: serverNow() });
    this.laneOf(engagementId).push(entry);
    return clientMessageId;
  }

  private all(): readonly OutboxEntry[] {
    return [...this.lanes.values()].flatMap((lane) => lane.entries);
  }

  private laneOf(engagementId: EngagementId): Lane {
    const known = this.lanes.get(engagementId);
    if (known) return known;
    const lane = createLane({ ...this.options, engagementId });
    this.lanes.set(engagementId, lane);
    return lane;
  }
}

type QueuedEvent = Extract<ChatEvent, { type: 'MESSAGE_QUEUED' }>;

function contentOf(draft: Draft): OutboxContent {
  if ('body' in draft) return { type: 'body', body: draft.body };
  return { type: 'files', files: draft.files, text: draft.text ?? '', uploaded: [] };
}

/** The body as the bubble shows it before the log's own version comes. */
function shownBody(content: OutboxContent): MessageBody {
  if (content.type === 'body') return fromOutgoing(content.body);
  return { type: 'files', text: content.type === 'files' ? content.text : '', attachments: [] };
}

function fromOutgoing(body: OutgoingBody): MessageBody {
  switch (body.type) {
    case 'text':
      return { ...body, format: 'plain' };
    case 'location':
      return { ...body, text: body.name ?? body.address ?? '' };
    case 'files':
      return { type: 'files', text: body.text, attachments: [] };
    case 'choice':
      return body;
  }
}

function localFile(file: File): LocalFile {
  return { name: file.name, sizeBytes: file.size, contentType: file.type };
}
