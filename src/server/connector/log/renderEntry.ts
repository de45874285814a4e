import { isRecord } from '../../../lib/decode.ts';
import {
  decodeLogEntry,
  messageId,
  type Cursor,
  type Epoch,
  type LogEntry,
  type LogId,
  type MessageBody,
  type WireDelivery,
} from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { readMessage } from '../engagements/engagementRecord.ts';
import type { MediaLinks } from '../media/mediaLinks.ts';
import { decodeStored, toRow } from '../storedRow.ts';
import type { LogRow } from './logBook.ts';

/** A row with what is needed beside it to show it. */
export interface ReadRow extends LogRow {
  readonly log: LogId;
  readonly epoch: Epoch;
  /** Of the customer's own message: how far it has come by now. */
  readonly delivery?: WireDelivery;
}

/** Reads what belongs to a row, within the transaction that read the row. */
export async function withDelivery(rows: Transaction, row: LogRow, at: RowPlace): Promise<ReadRow> {
  const message = isRecord(row.value) ? row.value['message'] : undefined;
  const id = isRecord(message) ? messageId(message['messageId']) : undefined;
  const record = id?.ok ? await readMessage(rows, id.value) : undefined;
  return { ...row, ...at, ...(record?.delivery === undefined ? {} : { delivery: record.delivery }) };
}

/** The log a row belongs to, and that log's present incarnation. */
export interface RowPlace {
  readonly log: LogId;
  readonly epoch: Epoch;
}

/** The entry as the wire has it: header, delivery state of this moment, fresh links to files. */
export async function renderEntry(row: ReadRow, id: Cursor, media: MediaLinks): Promise<LogEntry> {
  const { log, epoch, seq } = row;
  const facts = isRecord(row.value) ? row.value : {};
  const entry = decodeStored('entry/', toRow({ ...facts, id, log, epoch, seq }), decodeLogEntry);
  if (entry.type !== 'MESSAGE_ARRIVED' && entry.type !== 'MESSAGE_ACCEPTED') return entry;
  const body = await withLinks(entry.message.body, media);
  const delivery = row.delivery === undefined ? {} : { delivery: row.delivery };
  return { ...entry, message: { ...entry.message, body, ...delivery } };
}

async function withLinks(body: MessageBody, media: MediaLinks): Promise<MessageBody> {
  if (body.type !== 'files') return body;
  const attachments = await Promise.all(
    body.attachments.map(async (each) => ({ ...each, url: await media.sign(each.attachmentId) })),
  );
  return { ...body, attachments };
}
