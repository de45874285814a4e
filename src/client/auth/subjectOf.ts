import { decode } from '../../lib/index.ts';
import { readBaseUrl, type BaseUrl } from '../baseUrl.ts';

/**
 * The customer of a token, to keep one customer's tabs and unsent messages from another's. Nothing is proven by it: the
 * connector checks the token. Empty for a token that is none of ours.
 */
export function subjectOf(token: string): string {
  try {
    const body = atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'));
    const claims: unknown = JSON.parse(body);
    const subject = decode.isRecord(claims) ? claims['sub'] : undefined;
    return typeof subject === 'string' ? subject : '';
  } catch {
    return '';
  }
}

/** What one customer's tabs share: the name of their lock, their channel and their outbox. */
export function scopeOf(baseUrl: BaseUrl, integrationId: string, subject: string): string {
  return ['colloquy', readBaseUrl(baseUrl), integrationId, subject].join('|');
}
