import { decode, type Clock } from '../../../lib/index.ts';
import { decodeDownloadUri, decodeUploadUri, decodeUploaded } from '../../../protocol/axp/index.ts';
import type { Fetch } from '../../app.ts';
import type { CallUpstream } from '../upstream/callUpstream.ts';
import type { Outcome } from '../upstream/upstreamAdapter.ts';

/** The contact centre's media store (axp.md 4.6): signed links both ways. */
export interface MediaStore {
  /** Puts a file in; answers its id there. */
  upload(file: UploadFile): Promise<Outcome<string>>;
  /** The file's bytes; undefined where the store has none. Rejects when it does not answer. */
  download(mediaId: string): Promise<Response | undefined>;
}

/** A file of the customer, whole in memory; size and type were checked against the limits before. */
export interface UploadFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Follows signed links only to the contact centre's own origin. An upload is given 2 min. */
export function createMediaStore(options: MediaStoreOptions): MediaStore {
  const { baseUrl, accountId, call, fetch, clock } = options;
  const base = `/api/media-store/v1/accounts/${accountId}/media`;

  /** A signed link of the store; undefined when it leads anywhere but to the contact centre. */
  function linkOf(uri: string): string | undefined {
    const link = uri.startsWith('/v1/') ? `${baseUrl}/api/media-store${uri}` : new URL(uri, baseUrl).href;
    return new URL(link).origin === new URL(baseUrl).origin ? link : undefined;
  }

  async function put(link: string, file: UploadFile): Promise<boolean> {
    const form = new FormData();
    form.append('mediaFile', new Blob([file.bytes], { type: file.contentType }), file.name);
    const giveUp = new AbortController();
    const timer = clock.after(UPLOAD_WITHIN_MS, () => giveUp.abort());
    try {
      const request = new Request(link, {
        method: 'POST',
        body: form,
        redirect: 'error',
        signal: giveUp.signal,
      });
      const response = await fetch(request);
      return response.ok && decodeUploaded(await response.json().catch(() => ({}))).ok;
    } catch {
      return false;
    } finally {
      clock.clear(timer);
    }
  }

  return {
    async upload(file) {
      const { name: mediaName, contentType: mediaContentType, bytes } = file;
      const body = { mediaName, mediaContentType, mediaSize: bytes.byteLength };
      const path = `${base}/signed-upload-uri`;
      const signed = await call({ method: 'POST', path, body, read: decodeUploadUri });
      if (signed.kind !== 'done') return signed;
      const link = linkOf(signed.value.uploadSignedUri);
      if (link === undefined || !(await put(link, file))) {
        return { kind: 'unknown', detail: 'the file could not be stored' };
      }
      return { kind: 'done', value: signed.value.mediaId };
    },
    async download(mediaId) {
      const path = `${base}/${encodeURIComponent(mediaId)}/signed-download-uri`;
      const signed = await call({ method: 'GET', path, read: decodeDownloadUri });
      if (signed.kind === 'refused') return undefined;
      const link = signed.kind === 'done' ? linkOf(signed.value.downloadSignedUri) : undefined;
      if (link === undefined) throw new MediaUnavailable('the media store gave no link');
      const response = await fetch(new Request(link, { redirect: 'error' }));
      return response.status === 200 ? response : undefined;
    },
  };
}

/** `call` signs the links with our access token; `fetch` then follows them without any. */
export interface MediaStoreOptions {
  readonly baseUrl: string;
  readonly accountId: string;
  readonly call: CallUpstream;
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** The media store does not answer. */
export class MediaUnavailable extends Error {
  override readonly name = 'MediaUnavailable';
}

const UPLOAD_WITHIN_MS = 120_000;

/** Reads the query of an upload. */
export const decodeFileName = decode.string({ min: 1, max: 100, pattern: /^[^/\\\u0000-\u001f]+$/ });
