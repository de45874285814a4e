import { decodeSubscription, decodeSubscriptions } from '../../../protocol/axp/index.ts';
import { readNothing, type CallUpstream } from './callUpstream.ts';
import type { Outcome } from './upstreamAdapter.ts';

/**
 * Makes sure that the callbacks of a channel provider come to us: exactly one subscription with our address, for all
 * event types. Running it again changes nothing.
 */
export async function provisionWebhook(
  call: CallUpstream,
  wanted: { readonly accountId: string; readonly channelProviderId: string; readonly callbackUrl: string },
): Promise<Outcome<void>> {
  const { accountId, channelProviderId, callbackUrl } = wanted;
  const base = `/api/digital/webhook/v1/accounts/${accountId}/subscriptions`;
  const query = new URLSearchParams({ channelProviderId }).toString();
  const listed = await call({ method: 'GET', path: `${base}?${query}`, read: decodeSubscriptions });
  if (listed.kind !== 'done') return listed;

  const body = { channelProviderId, callbackUrl, eventTypes: EVENT_TYPES };
  const ours = listed.value.filter((each) => each.callbackUrl === callbackUrl);
  const [kept, ...doubles] = ours;
  for (const double of doubles) {
    await call({
      method: 'DELETE',
      path: `${base}/${encodeURIComponent(double.subscriptionId)}`,
      read: readNothing,
    });
  }
  if (!kept) {
    const made = await call({ method: 'POST', path: base, body, read: decodeSubscription });
    return made.kind === 'done' ? { kind: 'done', value: undefined } : made;
  }
  if (kept.eventTypes.length === 1 && kept.eventTypes[0] === 'ALL') return { kind: 'done', value: undefined };
  return call({
    method: 'PUT',
    path: `${base}/${encodeURIComponent(kept.subscriptionId)}`,
    body,
    read: readNothing,
  });
}

/** All, also those of the future: the receiver skips what it does not know. */
const EVENT_TYPES = ['ALL'];
