import { decode, type Decoder } from '../../lib/index.ts';
import type { Json, Transaction } from '../storage/index.ts';
import type { PushDevice } from './pushProvider.ts';

/** A device and the session it wants to hear of; bound to the customer whose token registered it. */
export interface Registration extends PushDevice {
  readonly customerId: string;
  readonly sessionId: string;
}

/** What a page or app sends to register: the session it belongs to and the provider's address of the device. */
export const decodeDeviceBody = decode.object({
  sessionId: decode.string({ min: 36, max: 36, pattern: /^[0-9A-Za-z-]{36}$/ }),
  token: decode.string({ min: 1, max: 4096 }),
  platform: decode.withDefault(decode.oneOf('fcm', 'web-push'), 'fcm'),
});

/**
 * Registers or replaces a device. Each customer has device ids of his own, so nobody can take over another's. Whoever
 * registers a provider token holds the device now: older registrations of that token, of any customer, go.
 */
export async function putDevice(
  transaction: Transaction,
  registration: Registration,
  tokenHash: string,
): Promise<void> {
  const own = deviceKey(registration.customerId, registration.deviceId);
  await removeDevice(transaction, own);
  const holder = await transaction.get(tokenKey(tokenHash));
  if (typeof holder === 'string') await removeDevice(transaction, holder);
  const row: Json = { ...registration, tokenHash };
  await transaction.put(own, row);
  await transaction.put(tokenKey(tokenHash), own);
  await transaction.put(sessionKey(registration, own), own);
}

/** Forgets the device under this key. Absent is fine. */
export async function removeDevice(transaction: Transaction, key: string): Promise<void> {
  const row = decodeRow(await transaction.get(key));
  if (!row.ok) return;
  await transaction.delete(key);
  await transaction.delete(sessionKey(row.value, key));
  if ((await transaction.get(tokenKey(row.value.tokenHash))) === key) {
    await transaction.delete(tokenKey(row.value.tokenHash));
  }
}

/** The device under this key, as long as it is registered. */
export async function deviceAt(transaction: Transaction, key: string): Promise<Registration | undefined> {
  const row = decodeRow(await transaction.get(key));
  return row.ok ? row.value : undefined;
}

/** Keys of the devices that this customer registered for this session; at most 20. */
export async function devicesOf(
  transaction: Transaction,
  customerId: string,
  sessionId: string,
): Promise<readonly string[]> {
  const prefix = `push/session/${sessionId}/${encodeURIComponent(customerId)}/`;
  const rows = await transaction.list({ prefix, limit: MAX_DEVICES });
  return rows.flatMap(([, key]) => (typeof key === 'string' ? [key] : []));
}

/** The key of a customer's device. */
export function deviceKey(customerId: string, deviceId: string): string {
  return `push/device/${encodeURIComponent(customerId)}/${deviceId}`;
}

const MAX_DEVICES = 20;
const tokenKey = (tokenHash: string): string => `push/token/${tokenHash}`;
const sessionKey = (registration: Registration, key: string): string =>
  `push/session/${registration.sessionId}/${key.slice('push/device/'.length)}`;

const decodeRow: Decoder<Registration & { readonly tokenHash: string }> = decode.object({
  deviceId: decode.string({ min: 1, max: 128 }),
  customerId: decode.string({ min: 1, max: 256 }),
  sessionId: decode.string({ min: 1, max: 64 }),
  token: decode.string({ min: 1, max: 4096 }),
  platform: decode.oneOf('fcm', 'web-push'),
  tokenHash: decode.string({ min: 1, max: 64 }),
});
