import type { CallUpstream } from './callUpstream.ts';
import { readNothing } from './callUpstream.ts';
import { nothingToDo, type Outcome } from './upstreamAdapter.ts';

/** The two calls that only our sandbox knows; no-ops where `enabled` is false. */
export interface SandboxExtension {
  setPresence(place: ExtensionPlace, present: boolean): Promise<Outcome<void>>;
  markRead(place: ExtensionPlace, messageId: string): Promise<Outcome<void>>;
}

/** One of the two ids. */
export interface ExtensionPlace {
  readonly channelProviderId: string;
  readonly providerDialogId?: string;
  readonly sessionId?: string;
}

/** `enabled` is the setting `sandboxExtensions`: no other contact centre knows these paths. */
export function createSandboxExtension(
  call: CallUpstream,
  accountId: string,
  enabled: boolean,
): SandboxExtension {
  const base = `/api/x-sandbox/v1/accounts/${accountId}`;
  const post = (path: string, body: object): Promise<Outcome<void>> =>
    enabled
      ? call({ method: 'POST', path: base + path, body, read: readNothing })
      : Promise.resolve(nothingToDo);
  return {
    setPresence: (place, present) => post('/customer-presence', { ...place, present }),
    markRead: (place, messageId) => post('/read-marks', { ...place, messageId }),
  };
}
