import type { Decoder } from '../../../lib/index.ts';
import { decode } from '../../../lib/index.ts';
import { badRequest } from './problem.ts';

/** `{id}:{action}` of a path part, at its last colon; a trailing slash is forgiven. */
export function splitAction(part: string): { readonly id: string; readonly action: string } {
  const text = part.replace(/\/+$/, '');
  const at = text.lastIndexOf(':');
  return at < 0 ? { id: text, action: '' } : { id: text.slice(0, at), action: text.slice(at + 1) };
}

/** The decoded query. @throws ProblemError 400 with violations. */
export function readQuery<T>(query: Readonly<Record<string, string>>, decoder: Decoder<T>): T {
  const decoded = decoder(query);
  if (!decoded.ok) throw badRequest(decoded.faults);
  return decoded.value;
}

/** A whole number written as text, as queries carry it. */
export function wholeNumber(limits: { readonly min: number; readonly max: number }): Decoder<number> {
  const inner = decode.number({ ...limits, whole: true });
  return (input, path) => inner(typeof input === 'string' && input !== '' ? Number(input) : input, path);
}
