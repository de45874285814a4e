import { encodeBase64Url, pause } from '../../../lib/index.ts';
import { decodeCallback, type Callback } from '../../../protocol/axp/index.ts';
import { json, readJson } from '../../http/index.ts';
import type { Connector } from '../connector.ts';
import { readEngagement, type EngagementRecord } from '../engagements/engagementRecord.ts';
import { keys } from '../keys.ts';
import { inUnit } from '../log/unit.ts';
import { Refused } from '../refused.ts';
import type { Transaction } from '../../storage/index.ts';
import { applyCallback } from './applyCallback.ts';
import { callbackKey } from './callbackKey.ts';

/**
 * Takes one callback of the contact centre. 200 after its effects are flushed, or at once for what is none of ours or has
 * been taken before; anything else only where sending it again can help. Nothing signs these callbacks (axp.md 4.7): the
 * address is hard to guess, and account and channel provider must be ours.
 */
export async function receiveCallback(connector: Connector, request: Request): Promise<Response> {
  const body = await readJson(request, { maxBytes: MAX_CALLBACK_BYTES });
  if (!body.ok) {
    const code = body.fault === 'too-large' ? 'too-large' : 'malformed';
    throw new Refused(code, 'A callback is one JSON object of at most 4 MiB.');
  }
  const decoded = decodeCallback(body.value);
  if (!decoded.ok) {
    // Sending it again would not make it readable: skipped, so that the line behind it moves.
    const { path = '', message = '' } = decoded.faults[0] ?? {};
    connector.logger.warn('a callback was skipped', { field: path, fault: message });
    return TAKEN();
  }
  const callback = decoded.value;
  if (!isOurs(connector, callback)) {
    connector.logger.warn('a callback of another account or channel was skipped', {
      type: callback.eventType,
    });
    return TAKEN();
  }
  if (!(await apply(connector, callback)) && connector.opening.size > 0) {
    // It may be about an engagement whose making was not answered yet.
    await Promise.race([Promise.allSettled(connector.opening), pause(connector.clock, OPENING_WAIT_MS)]);
    await apply(connector, callback);
  }
  return TAKEN();
}

const TAKEN = (): Response => json(200, { status: 'taken' });
const MAX_CALLBACK_BYTES = 4 * 1024 * 1024;
const MAX_KEY_LENGTH = 512;
/** The contact centre waits 5 s for its answer. */
const OPENING_WAIT_MS = 3000;

function isOurs(connector: Connector, callback: Callback): boolean {
  const { upstream } = connector.settings;
  if (
    callback.accountId !== undefined &&
    callback.accountId.toLowerCase() !== upstream.accountId.toLowerCase()
  ) {
    return false;
  }
  const provider = callback.channelProviderId;
  return provider === undefined || connector.serves(provider);
}

/** Answers false where no engagement of ours is meant. */
async function apply(connector: Connector, callback: Callback): Promise<boolean> {
  const text = callbackKey(callback);
  const key = text === undefined ? undefined : keys.seen(await shortened(text));
  return inUnit(connector, async (unit) => {
    if (key !== undefined && (await unit.rows.get(key)) !== undefined) return true;
    const engagement = await engagementOf(connector, unit.rows, callback);
    if (!engagement) return false;
    await applyCallback(connector, unit, engagement, callback);
    if (key !== undefined) await unit.rows.put(key, unit.nowMs);
    return true;
  });
}

async function engagementOf(
  connector: Connector,
  rows: Transaction,
  callback: Callback,
): Promise<EngagementRecord | undefined> {
  const { providerDialogId, dialogId, channelProviderId } = callback;
  const named = providerDialogId === undefined ? undefined : await readEngagement(rows, providerDialogId);
  const mapped = named || dialogId === undefined ? undefined : await rows.get(keys.dialog(dialogId));
  const found = named ?? (typeof mapped === 'string' ? await readEngagement(rows, mapped) : undefined);
  if (!found) return undefined;
  const own = connector.adapterOf(found.integrationId)?.channelProviderId;
  return channelProviderId === undefined || channelProviderId === own ? found : undefined;
}

/** Keys of the usual length are kept as they are: a digest would cost more than the rest of a repeated callback. */
async function shortened(text: string): Promise<string> {
  if (text.length <= MAX_KEY_LENGTH) return text;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return encodeBase64Url(new Uint8Array(digest));
}
