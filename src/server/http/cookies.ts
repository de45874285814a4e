import { decodeBase64Url, encodeBase64Url } from '../../lib/index.ts';
import { hmacHex, timingSafeEqualText } from './hmac.ts';

/** The value of a cookie of the request; undefined when there is none. Values come as they were sent, undecoded. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** A `Set-Cookie` value: httpOnly and SameSite=Lax always, `Secure` as told. `maxAgeSeconds` 0 takes the cookie back. */
export function formatCookie(name: string, value: string, options: CookieOptions): string {
  const secure = options.secure ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${options.maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** How long a cookie lives and over what it travels. */
export interface CookieOptions {
  readonly maxAgeSeconds: number;
  /** True wherever the site is served over https. */
  readonly secure: boolean;
}

/** Text that cannot be changed without the key: base64url, a dot, its HMAC. `purpose` keeps one cookie from passing as another. */
export async function signValue(key: string, purpose: string, text: string): Promise<string> {
  const encoded = encodeBase64Url(new TextEncoder().encode(text));
  return `${encoded}.${await hmacHex(key, `${purpose}\n${encoded}`)}`;
}

/** The text of `signValue`, or undefined when anything about it is wrong. */
export async function verifyValue(key: string, purpose: string, signed: string): Promise<string | undefined> {
  const [encoded = '', signature = '', ...rest] = signed.split('.');
  if (rest.length > 0 || encoded === '') return undefined;
  if (!(await timingSafeEqualText(signature, await hmacHex(key, `${purpose}\n${encoded}`)))) return undefined;
  const bytes = decodeBase64Url(encoded);
  return bytes && new TextDecoder().decode(bytes);
}
