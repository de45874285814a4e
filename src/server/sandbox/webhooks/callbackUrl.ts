import type { World } from '../core/world.ts';
import { badRequest } from '../http/problem.ts';

/** https anywhere; http on loopback where the development switch allows it. @throws ProblemError 400 with code 20006 */
export function checkCallbackUrl(world: Pick<World, 'allowLoopbackCallbacks'>, text: string): void {
  const refuse = (message: string) => badRequest([{ path: 'callbackUrl', message, rule: 'pattern' }]);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw refuse('must be an address');
  if (url.username !== '' || url.password !== '') throw refuse('must not carry credentials');
  if (url.protocol === 'https:') return;
  const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (!(world.allowLoopbackCallbacks && url.protocol === 'http:' && loopback)) throw refuse('must be https');
}
