import { decode } from '../../lib/index.ts';
import type { DecodedBy } from '../../lib/index.ts';
import { AXP_LIMITS } from './limits.ts';

/** Reads the body of "signed upload URI". */
export const decodeUploadRequest = decode.object({
  mediaName: decode.string({ min: 1, max: AXP_LIMITS.mediaName }),
  mediaContentType: decode.string({ min: 1, max: AXP_LIMITS.mediaContentType }),
  mediaSize: decode.number({ min: 1, max: AXP_LIMITS.mediaBytes, whole: true }),
});
/** Body of "signed upload URI"; `mediaSize` in bytes. */
export type UploadRequest = DecodedBy<typeof decodeUploadRequest>;

/** Reads the answer of "signed upload URI". */
export const decodeUploadUri = decode.object({
  mediaId: decode.string({ min: 1 }),
  mediaName: decode.optional(decode.string()),
  /** Absolute; carries `ttl` (epoch milliseconds) and `signature`; takes a multipart field `mediaFile`. */
  uploadSignedUri: decode.string({ min: 1 }),
});
/** Answer of "signed upload URI". */
export type UploadUri = DecodedBy<typeof decodeUploadUri>;

/** Reads the answer of the upload itself (202). */
export const decodeUploaded = decode.object({
  mediaId: decode.string({ min: 1 }),
  mediaName: decode.optional(decode.string()),
});
/** Answer of the upload itself. */
export type Uploaded = DecodedBy<typeof decodeUploaded>;

/** Reads the answer of "signed download URI". */
export const decodeDownloadUri = decode.object({
  mediaId: decode.string({ min: 1 }),
  mediaName: decode.optional(decode.string()),
  mediaContentType: decode.optional(decode.string()),
  mediaSize: decode.optional(decode.number()),
  /** Absolute, or relative to `{host}/api/media-store`. */
  downloadSignedUri: decode.string({ min: 1 }),
});
/** Answer of "signed download URI". */
export type DownloadUri = DecodedBy<typeof decodeDownloadUri>;
