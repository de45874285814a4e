import type { LogLevel } from '../../lib/index.ts';
import type { MessagingUiElement } from './messagingUiElement.ts';
import type { AxpOmniSdkMessagingUiConfig, UiListener } from './uiConfig.ts';

/** What stands behind one element while it is on the page. Errors are `AxpOmniSdkError`. */
export interface Control {
  readonly isInitialized: boolean;
  readonly themeName: string | undefined;
  init(given: unknown): Promise<void>;
  maximize(): void;
  minimize(): void;
  setJwt(jwt: unknown): void;
  resetIdleTimeout(): void;
  shutdown(): Promise<void>;
  /** Language, theme or log level was changed for all. */
  settingsChanged(): void;
  /** The element has gone from the page; the session stays. */
  destroy(): void;
}

/** The three that can be replaced for all elements. */
export type ListenerName = 'onInit' | 'onShutdown' | 'onIdleTimeOut';

/** What was set for all elements of the page, over what each of them was configured with. */
export interface UiSettings {
  /** The elements on the page, in the order of coming. */
  readonly controls: Map<MessagingUiElement<AxpOmniSdkMessagingUiConfig>, Control>;
  /** A name without a listener was cleared. */
  readonly listeners: Map<ListenerName, UiListener | undefined>;
  locale?: string;
  themeName?: string;
  logLevel?: LogLevel;
}

/** Those of this page. */
export const uiSettings: UiSettings = { controls: new Map(), listeners: new Map() };

/** Changes settings and tells every element. */
export function changeSettings(
  changed: Partial<Pick<UiSettings, 'locale' | 'themeName' | 'logLevel'>>,
): void {
  Object.assign(uiSettings, changed);
  for (const control of uiSettings.controls.values()) control.settingsChanged();
}
