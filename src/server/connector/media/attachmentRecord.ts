import { uuidV4 } from '../../../lib/index.ts';
import { decode, type DecodedBy } from '../../../lib/index.ts';
import { asId, attachmentId, routes, type Attachment, type AttachmentId } from '../../../protocol/index.ts';
import type { Transaction } from '../../storage/index.ts';
import { keys } from '../keys.ts';
import type { Unit } from '../log/unit.ts';
import { readRow, toRow } from '../storedRow.ts';

/** Reads a stored attachment. */
export const decodeAttachmentRecord = decode.object({
  attachmentId,
  /** Whose it is: nobody else may send it. */
  customerKey: decode.string(),
  integrationId: decode.string(),
  /** The contact centre's id in its media store. */
  mediaId: decode.string(),
  name: decode.string(),
  sizeBytes: decode.number(),
  contentType: decode.string(),
});
/** A file in the contact centre's media store, by our id. */
export type AttachmentRecord = DecodedBy<typeof decodeAttachmentRecord>;

/** The file of this id of ours; undefined where there is none. Whose it is stands in the record: callers check it. */
export function readAttachment(rows: Transaction, id: string): Promise<AttachmentRecord | undefined> {
  return readRow(rows, keys.attachment(id), decodeAttachmentRecord);
}

/** Keeps a file under an id of ours; the same file of the same customer gets the same id again. */
export async function keepAttachment(
  unit: Unit,
  file: Omit<AttachmentRecord, 'attachmentId'>,
): Promise<AttachmentRecord> {
  const way = keys.upstreamMedia(file.customerKey, file.mediaId);
  const known = await unit.rows.get(way);
  const kept = typeof known === 'string' ? await readAttachment(unit.rows, known) : undefined;
  if (kept) return kept;
  const record = { ...file, attachmentId: asId<AttachmentId>(uuidV4(unit.random)) };
  await unit.rows.put(keys.attachment(record.attachmentId), toRow(record));
  await unit.rows.put(way, record.attachmentId);
  return record;
}

/** As a message holds it in the store: with an address that is signed anew whenever it is shown. */
export function storedAttachment(record: AttachmentRecord): Attachment {
  const { attachmentId: id, name, sizeBytes, contentType } = record;
  return { attachmentId: id, name, sizeBytes, contentType, url: routes.media(id) };
}
