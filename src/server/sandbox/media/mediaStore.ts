import { decodeBase64Url, encodeBase64Url } from '../../../lib/index.ts';
import { AXP_LIMITS } from '../../../protocol/axp/index.ts';
import type { UploadRequest } from '../../../protocol/axp/index.ts';
import type { Transaction } from '../../storage/index.ts';
import type { Office } from '../core/office.ts';
import { tables } from '../core/tables.ts';
import type { MediaRow } from '../core/tables.ts';
import { badRequest, notFound } from '../http/problem.ts';
import { essenceOf, isAllowedType } from './mediaTypes.ts';

/** Bytes of one stored chunk. */
const CHUNK_BYTES = 192 * 1024;

/** Announces a file; its bytes follow. @throws ProblemError 400 for a type that is not taken. */
export async function announceMedia(
  office: Office,
  request: UploadRequest,
  field = 'mediaContentType',
): Promise<MediaRow> {
  if (!isAllowedType(request.mediaContentType))
    throw badRequest([{ path: field, message: 'files of this type are not taken', rule: 'unknown' }]);
  return office.commit(async (work) => {
    const media: MediaRow = {
      ...request,
      mediaName: safeName(request.mediaName),
      mediaContentType: essenceOf(request.mediaContentType),
      mediaId: work.newId(),
      stored: false,
      chunks: 0,
      createdAtMs: work.nowMs,
    };
    await tables.media.put(work.tx, [media.mediaId], media);
    return media;
  });
}

/** Keeps the bytes of an announced file. The same upload again is fine; other bytes of a kept file are ignored. */
export async function keepMedia(office: Office, mediaId: string, bytes: Uint8Array): Promise<MediaRow> {
  const announced = await office.read((tx) => tables.media.get(tx, mediaId));
  if (!announced) throw notFound('file');
  if (bytes.byteLength !== announced.mediaSize)
    throw badRequest([
      { path: 'mediaFile', message: `size must be ${announced.mediaSize} bytes`, rule: 'range' },
    ]);
  const texts: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES)
    texts.push(encodeBase64Url(bytes.subarray(at, at + CHUNK_BYTES)));
  return office.store.transact(async (tx) => {
    const media = (await tables.media.get(tx, mediaId)) ?? announced;
    if (media.stored) return media;
    for (const [at, text] of texts.entries())
      await tables.mediaChunks.put(tx, [mediaId, String(at).padStart(6, '0')], text);
    const stored = { ...media, stored: true, chunks: texts.length };
    await tables.media.put(tx, [mediaId], stored);
    return stored;
  });
}

/** Announces and keeps a file of a form. @throws ProblemError 400, 413 */
export async function saveFile(office: Office, file: File, field: string): Promise<MediaRow> {
  if (file.size < 1 || file.size > AXP_LIMITS.mediaBytes)
    throw badRequest([
      { path: field, message: `size must be between 1 and ${AXP_LIMITS.mediaBytes} bytes`, rule: 'range' },
    ]);
  const announced = await announceMedia(
    office,
    {
      mediaName: file.name,
      mediaContentType: file.type || 'application/octet-stream',
      mediaSize: file.size,
    },
    field,
  );
  return keepMedia(office, announced.mediaId, new Uint8Array(await file.arrayBuffer()));
}

/** The row of a file whose bytes are here. */
export async function storedMedia(tx: Transaction, mediaId: string): Promise<MediaRow | undefined> {
  const media = await tables.media.get(tx, mediaId);
  return media?.stored ? media : undefined;
}

/** The bytes of a kept file, chunk by chunk. */
export function mediaStream(office: Office, media: MediaRow): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (at >= media.chunks) return controller.close();
      const part = String(at++).padStart(6, '0');
      const text = await office.read((tx) => tables.mediaChunks.get(tx, media.mediaId, part));
      const bytes = text === undefined ? undefined : decodeBase64Url(text);
      if (bytes) controller.enqueue(bytes);
      else controller.error(new Error('A part of the file is missing.'));
    },
  });
}

/** A name without path parts and control characters, at most 255 characters. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return (clean === '' || clean === '.' || clean === '..' ? 'file' : clean).slice(-AXP_LIMITS.mediaName);
}
