import type { Decoder } from '../../lib/index.ts';
import { MAX_FRAME_BYTES } from '../../protocol/index.ts';
import { readJson } from '../http/index.ts';
import { malformed, Refused } from './refused.ts';

/** The JSON body of a request, decoded. Throws `Refused`: too-large over 64 KiB, else malformed. */
export async function readBody<T>(request: Request, decoder: Decoder<T>): Promise<T> {
  const value = await readJsonBody(request);
  const decoded = decoder(value);
  if (!decoded.ok) throw malformed(decoded.faults);
  return decoded.value;
}

/** The JSON body of a request; an empty one is `{}`. Throws `Refused`. */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (request.body === null || request.headers.get('content-length') === '0') return {};
  const read = await readJson(request, { maxBytes: MAX_FRAME_BYTES });
  if (read.ok) return read.value;
  switch (read.fault) {
    case 'too-large':
      throw new Refused('too-large', `A body may have at most ${MAX_FRAME_BYTES} bytes.`);
    case 'media-type':
      throw new Refused('malformed', 'Send the body as application/json.');
    case 'malformed':
      throw new Refused('malformed', 'The body is not JSON.');
  }
}

/** A whole number of the query; `fallback` when absent. Throws `Refused` when it is none or outside of [min, max]. */
export function readNumber(
  query: URLSearchParams,
  name: string,
  range: { readonly min: number; readonly max: number; readonly fallback: number },
): number {
  const text = query.get(name);
  if (text === null) return range.fallback;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.min && value <= range.max) return value;
  const message = `must be a whole number between ${range.min} and ${range.max}`;
  throw new Refused('malformed', 'The query is not of the documented shape.', {
    violations: [{ field: name, message }],
  });
}
