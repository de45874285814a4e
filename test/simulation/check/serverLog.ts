import type { Json } from '../../../src/server/storage/index.ts';

/** One flushed entry of an engagement's log, as the store has it. */
export interface Flushed {
  readonly seq: number;
  readonly type: string;
  readonly messageId?: string;
  readonly clientMessageId?: string;
  readonly sender?: string;
  readonly senderType?: string;
  readonly text?: string;
}

/** Tells of a broken promise; only the first one of a run counts. */
export type Report = (guarantee: string, detail: string) => void;

/**
 * What the connector has flushed, read from what its disk took: the truth that every view is held against. Checks G1, G3
 * and the half of G4 that is the server's with every flush.
 */
export class ServerLog {
  /** By log, by sequence; index 0 is empty. */
  readonly logs = new Map<string, (Flushed | undefined)[]>();
  readonly accepted = new Map<string, Flushed>();
  readonly arrived = new Map<string, Flushed>();
  /** Receipts by message id: the newest wins. */
  readonly receipts = new Map<string, string>();
  /** Tried again by a person: their place is after what was composed meanwhile. */
  readonly retried = new Set<string>();
  /** Some page said of them that they failed, or were taken back. */
  readonly handedBack = new Set<string>();
  private readonly texts = new Set<string>();
  private readonly newest = new Map<string, number>();
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  take(changes: readonly (readonly [key: string, value: Json | undefined])[]): void {
    for (const [key, value] of changes) if (key.startsWith('entry/')) this.takeEntry(key, value);
  }

  at(log: string, seq: number): Flushed | undefined {
    return this.logs.get(log)?.[seq];
  }

  private takeEntry(key: string, value: Json | undefined): void {
    const [, log = '', number = ''] = key.split('/');
    const seq = Number(number);
    const entries = this.logs.get(log) ?? [undefined];
    this.logs.set(log, entries);
    if (value === undefined) return this.report('G1', `the entry ${seq} of ${log} was taken out of the log`);
    if (entries[seq]) return this.report('G1', `the entry ${seq} of ${log} was written over`);
    if (seq !== entries.length) this.report('G4', `${log} goes from ${entries.length - 1} to ${seq}`);
    const entry = readEntry(seq, value);
    entries[seq] = entry;
    if (entry.type === 'MESSAGE_ACCEPTED') this.takeAccepted(log, entry);
    else if (entry.type === 'MESSAGE_ARRIVED') this.takeArrived(entry);
    else if (entry.messageId !== undefined) this.receipts.set(entry.messageId, entry.type);
  }

  private takeAccepted(log: string, entry: Flushed): void {
    const { clientMessageId = '', text = '', seq } = entry;
    if (this.accepted.has(clientMessageId)) this.report('G3', `${text} entered twice under one id`);
    if (this.texts.has(text)) this.report('G3', `${text} entered twice, under two ids`);
    this.accepted.set(clientMessageId, entry);
    this.texts.add(text);
    const [sender = '', count = ''] = text.split('-');
    const before = this.newest.get(`${log} ${sender}`) ?? 0;
    if (Number(count) > before) this.newest.set(`${log} ${sender}`, Number(count));
    else if (!this.retried.has(clientMessageId))
      this.report('G4', `${text} entered at ${seq} after ${sender}-${before}, which was composed later`);
  }

  private takeArrived(entry: Flushed): void {
    const { text = '', senderType } = entry;
    if (senderType !== 'AGENT') return; // the house says the same sentence more than once
    if (this.arrived.has(text)) this.report('G12', `${text} of the contact centre entered twice`);
    this.arrived.set(text, entry);
  }
}

interface Row {
  readonly type: string;
  readonly messageId?: string;
  readonly message?: {
    readonly messageId: string;
    readonly clientMessageId?: string;
    readonly sender: { readonly participantId: string; readonly participantType: string };
    readonly body: { readonly text?: string };
  };
}

function readEntry(seq: number, value: Json): Flushed {
  const { type, messageId, message } = value as unknown as Row;
  if (!message) return { seq, type, ...(messageId !== undefined && { messageId }) };
  return {
    seq,
    type,
    messageId: message.messageId,
    ...(message.clientMessageId !== undefined && { clientMessageId: message.clientMessageId }),
    sender: message.sender.participantId,
    senderType: message.sender.participantType,
    ...(message.body.text !== undefined && { text: message.body.text }),
  };
}
