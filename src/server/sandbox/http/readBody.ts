import type { Decoder } from '../../../lib/index.ts';
import { badRequest, ProblemError } from './problem.ts';

/** Bytes of a JSON body: the longest text allowed, in UTF-8, and its wrapping. */
const JSON_BYTES = 4 * 1024 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The decoded JSON body.
 * @throws ProblemError 400 (no JSON, or violations), 413, 415.
 */
export async function readJson<T>(request: Request, decoder: Decoder<T>): Promise<T> {
  const type = request.headers.get('content-type');
  if (type !== null && !/^application\/([\w.-]+\+)?json\b/i.test(type))
    throw new ProblemError(415, 'The body must be application/json.');
  const bytes = await readBytes(request, JSON_BYTES);
  let input: unknown;
  try {
    input = JSON.parse(utf8.decode(bytes));
  } catch {
    throw new ProblemError(400, 'The body is no JSON.');
  }
  const decoded = decoder(input);
  if (!decoded.ok) throw badRequest(decoded.faults);
  return decoded.value;
}

/**
 * The fields and files of a multipart body of at most `maxBytes`.
 * @throws ProblemError 400, 413, 415.
 */
export async function readForm(request: Request, maxBytes: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type))
    throw new ProblemError(415, 'The body must be multipart/form-data.');
  const bytes = await readBytes(request, maxBytes);
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new ProblemError(400, 'The body is no multipart form.');
  }
}

/** The body's bytes, read only as far as the limit. @throws ProblemError 413. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): ProblemError => new ProblemError(413, `The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(await request.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
