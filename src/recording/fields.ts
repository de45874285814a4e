import { decode } from '../lib/index.ts';
import type { Decoder } from '../lib/index.ts';
import type { LocalFile, StreamFailureReason } from '../model/index.ts';
import { decodeAttachment, decodeBody, PROBLEM_CODES } from '../protocol/index.ts';
import type { MessageBody } from '../protocol/index.ts';

const { isRecord, list, number, object, oneOf, string } = decode;

/** Whatever somebody wrote. */
export const text: Decoder<string> = string();
/** Milliseconds since 1970 UTC. */
export const timeMs: Decoder<number> = number();
/** A place in a log; 0 is before the first. */
export const seq: Decoder<number> = number({ min: 0 });
/** Why something was refused, or that nobody answered. */
export const code = oneOf(...PROBLEM_CODES, 'unreachable');

/** Why the stream failed. */
export const streamFailure: Decoder<StreamFailureReason> = oneOf(
  'FORBIDDEN',
  'UNAUTHORIZED',
  'RECONNECTION_TIMEOUT',
  'SDK_SESSION_INVALID',
  'SERVER_ERROR',
  'SERVER_UNREACHABLE',
  'UNEXPECTED_ERROR',
);

/** A file that was going up, without its preview: that was an address of another page. */
export const localFile: Decoder<LocalFile> = object({
  name: text,
  sizeBytes: number({ min: 0 }),
  contentType: text,
});

/** What a page shows of a message: on the wire a message with files has at least one, while they go up there is none yet. */
export const shownBody: Decoder<MessageBody> = (input, path) =>
  isRecord(input) && input['type'] === 'files' ? filesBody(input, path) : decodeBody(input, path);

const filesBody: Decoder<MessageBody> = object({
  type: oneOf('files'),
  text,
  attachments: list(decodeAttachment),
});
