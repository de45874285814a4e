import { FILE_TYPES, MAX_FILE_BYTES, type Attachment } from '../../../protocol/index.ts';
import { json, readBytes } from '../../http/index.ts';
import type { Customer } from '../auth/customer.ts';
import type { Connector } from '../connector.ts';
import { inUnit } from '../log/unit.ts';
import { malformed, Refused } from '../refused.ts';
import { ownedSession } from '../sessions/ownedSession.ts';
import { settled } from '../upstream/settled.ts';
import { keepAttachment, readAttachment, storedAttachment } from './attachmentRecord.ts';
import { decodeFileName, type MediaStore } from './mediaStore.ts';

/**
 * Takes a file from the page and puts it into the contact centre's store; answers an `Attachment`. Its type is that of
 * its ending, whatever the page calls it. Throws `Refused`.
 */
export async function takeUpload(
  connector: Connector,
  store: MediaStore,
  upload: { readonly request: Request; readonly sessionId: string; readonly customer: Customer },
): Promise<Response> {
  const { request, sessionId, customer } = upload;
  const session = await connector.store.transact((rows) => ownedSession(rows, sessionId, customer));
  if (!connector.adapterOf(session.integrationId)?.features.files) {
    throw new Refused('not-supported', 'This integration carries no files.');
  }
  const name = decodeFileName(new URL(request.url).searchParams.get('name') ?? undefined, 'name');
  if (!name.ok) throw malformed(name.faults);
  const contentType = contentTypeOf(name.value);
  if (contentType === undefined) {
    throw new Refused(
      'file-type-refused',
      `Files with these endings are taken: ${Object.keys(FILE_TYPES).join(', ')}.`,
    );
  }
  const read = await readBytes(request, { maxBytes: MAX_FILE_BYTES });
  if (!read.ok) throw uploadRefusal(read.fault);
  if (read.value.byteLength === 0) throw new Refused('malformed', 'The file is empty.');
  const bytes = new Uint8Array(read.value);
  const mediaId = settled(await store.upload({ name: name.value, contentType, bytes }));
  const record = await inUnit(connector, (unit) =>
    keepAttachment(unit, {
      customerKey: session.customerKey,
      integrationId: session.integrationId,
      mediaId,
      name: name.value,
      sizeBytes: bytes.byteLength,
      contentType,
    }),
  );
  const url = await connector.media.sign(record.attachmentId);
  const attachment: Attachment = { ...storedAttachment(record), url };
  return json(201, attachment);
}

/** Hands a file out to whoever has its signed address. Throws `Refused`. */
export async function giveDownload(
  connector: Connector,
  store: MediaStore,
  attachmentId: string,
  query: URLSearchParams,
): Promise<Response> {
  if (!(await connector.media.check(attachmentId, query))) {
    throw new Refused(
      'forbidden',
      'This address is not signed by us or has expired. Read the message again.',
    );
  }
  const record = await connector.store.transact((rows) => readAttachment(rows, attachmentId));
  const stored = record && (await store.download(record.mediaId).catch(() => 'unavailable' as const));
  if (stored === 'unavailable') {
    throw new Refused('upstream-unavailable', 'The media store does not answer.', { retryAfterSeconds: 5 });
  }
  if (!record || !stored) throw new Refused('not-found', 'There is no such file.');
  return new Response(stored.body, { headers: downloadHeaders(record.name, record.contentType) });
}

/** Shown in the page; everything else is only ever saved. */
const INLINE = /^(image\/(png|jpeg|gif|webp)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

function contentTypeOf(name: string): string | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return Object.hasOwn(FILE_TYPES, ending) && name.includes('.') ? FILE_TYPES[ending] : undefined;
}

function uploadRefusal(fault: 'too-large' | 'media-type' | 'malformed'): Refused {
  return fault === 'too-large'
    ? new Refused('too-large', `A file may have at most ${MAX_FILE_BYTES} bytes.`)
    : new Refused('malformed', 'The file did not arrive whole.');
}

function downloadHeaders(name: string, contentType: string): Record<string, string> {
  const shown = INLINE.test(contentType);
  const type = shown || !/html|xml|svg|script/i.test(contentType) ? contentType : 'application/octet-stream';
  const plain = name.replace(/[^\w. -]/g, '_');
  const quoted = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.replace(/[\ud800-\udfff]/gu, '_')).replace(/['()*]/g, '_')}`;
  return {
    'content-type': type,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${quoted}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'private, max-age=3600',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
