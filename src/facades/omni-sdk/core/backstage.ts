import type { Logger, Observable, Random } from '../../../lib/index.ts';
import type { ChatEvent } from '../../../model/index.ts';
import type { OmniSdk } from './omniSdk.ts';
import { AxpOmniSdkError } from './omniSdkError.ts';
import type { OmniSession } from './session.ts';

/** What the further modules of this SDK reach of it, over all its sessions. Not for pages. */
export interface Backstage {
  readonly random: Random;
  readonly logger: Logger;
  /** Events of all sessions, each with the id of its session. */
  readonly events: Observable<{ readonly event: ChatEvent; readonly session: OmniSession }>;
  /** Throws NotInitialized where there is none. */
  readonly session: () => OmniSession;
}

const backstages = new WeakMap<OmniSdk, Backstage>();

/** Opens an SDK's backstage to the modules. */
export function openBackstage(sdk: OmniSdk, backstage: Backstage): void {
  backstages.set(sdk, backstage);
}

/** The backstage of an SDK made by `createOmniSdk`. Throws for any other object. */
export function backstageOf(sdk: OmniSdk): Backstage {
  const found = backstages.get(sdk);
  if (!found) throw new AxpOmniSdkError('ConstraintViolation', 'This is no SDK of createOmniSdk');
  return found;
}
