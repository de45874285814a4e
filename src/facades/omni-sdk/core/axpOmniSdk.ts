import { createOmniSdk } from './createOmniSdk.ts';
import type { OmniSdk } from './omniSdk.ts';

/** The one SDK of this page, by the name that pages know. */
export const AxpOmniSdk: OmniSdk = createOmniSdk();
