import type { ParticipantType } from '../../protocol/index.ts';
import type { AxpOmniSdkMessagingUiConfig } from './uiConfig.ts';

/** What a page may change of messages on their way. */
export interface UiHooks extends Pick<
  AxpOmniSdkMessagingUiConfig,
  'beforeMessageSend' | 'beforeMessageRender'
> {
  /** What somebody is called; undefined where they keep their name. */
  readonly nameOf: (type: ParticipantType, displayName: string | undefined) => string | undefined;
}
