import { problem, problemFor } from './problem.ts';

/** 64 KiB: far above the largest message of ours, far below what could hurt. */
export const DEFAULT_MAX_BODY_BYTES = 65_536;

/**
 * Reads a JSON body of at most `maxBytes`. Wants the media type `application/json` (or `+json`), which also makes a
 * cross-site form unable to reach it. Never throws.
 */
export async function readJson(request: Request, limits: BodyLimits = {}): Promise<BodyRead<unknown>> {
  const mediaType = mediaTypeOf(request);
  if (mediaType !== 'application/json' && !mediaType.endsWith('+json'))
    return { ok: false, fault: 'media-type' };
  const text = await readText(request, limits);
  if (!text.ok) return text;
  try {
    return { ok: true, value: JSON.parse(text.value) };
  } catch {
    return { ok: false, fault: 'malformed' };
  }
}

/** Reads a form body (`application/x-www-form-urlencoded`) of at most `maxBytes`. Never throws. */
export async function readForm(
  request: Request,
  limits: BodyLimits = {},
): Promise<BodyRead<URLSearchParams>> {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return { ok: false, fault: 'media-type' };
  const text = await readText(request, limits);
  return text.ok ? { ok: true, value: new URLSearchParams(text.value) } : text;
}

/** Reads a UTF-8 body of at most `maxBytes`; bytes that are no UTF-8 are `malformed`. Never throws. */
export async function readText(request: Request, limits: BodyLimits = {}): Promise<BodyRead<string>> {
  const bytes = await readBytes(request, limits);
  if (!bytes.ok) return bytes;
  try {
    return { ok: true, value: utf8.decode(bytes.value) };
  } catch {
    return { ok: false, fault: 'malformed' };
  }
}

/** Reads a body of at most `maxBytes`, counting as it streams: a wrong Content-Length gains nothing. Never throws. */
export async function readBytes(request: Request, limits: BodyLimits = {}): Promise<BodyRead<Uint8Array>> {
  const { maxBytes = DEFAULT_MAX_BODY_BYTES } = limits;
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { ok: false, fault: 'too-large' };
  if (request.body === null) return { ok: true, value: new Uint8Array(0) };
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = request.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength;
      if (length > maxBytes) {
        void reader.cancel().catch(() => undefined);
        return { ok: false, fault: 'too-large' };
      }
      chunks.push(part.value);
    }
  } catch {
    return { ok: false, fault: 'malformed' };
  }
  return { ok: true, value: joined(chunks, length) };
}

/** The problem answer for a body that could not be read: 413, 415 or 400. */
export function bodyProblem(fault: BodyFault, limits: BodyLimits = {}): Response {
  const { maxBytes = DEFAULT_MAX_BODY_BYTES } = limits;
  switch (fault) {
    case 'too-large':
      return problemFor('too-large', `A body of at most ${maxBytes} bytes is taken here.`);
    case 'media-type':
      return problem(
        415,
        'malformed',
        'Unsupported media type',
        'Send the media type that this call documents.',
      );
    case 'malformed':
      return problemFor('malformed', 'The body could not be read.');
  }
}

/** How much of a body is read. */
export interface BodyLimits {
  /** Largest body taken, in bytes; default 64 KiB. */
  readonly maxBytes?: number;
}

/** `malformed`: not JSON, not UTF-8, or the connection broke off. */
export type BodyFault = 'too-large' | 'media-type' | 'malformed';

/** What was read, or why nothing was. */
export type BodyRead<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: BodyFault };

const utf8 = new TextDecoder('utf-8', { fatal: true });

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (only && chunks.length === 1) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
