import type { ClientWorld } from '../../client/index.ts';
import type { LogLevel } from '../../facades/omni-sdk/core/index.ts';
import type { DisplayStrings } from './displayStrings.ts';
import type { MessagingUiElement } from './messagingUiElement.ts';
import type { AxpOmniSdkMessagingUiTheme } from './theme.ts';
import type { UiMessage } from './uiMessage.ts';

/** Hears that something happened to one element. */
export type UiListener = (instance: MessagingUiElement<AxpOmniSdkMessagingUiConfig>) => unknown;

/** What a page says about the element before it is on the page: `window.axpOmniSdkMessagingUiConfig`. */
export interface AxpOmniSdkMessagingUiConfig {
  /** As in `AxpOmniSdkInitParams`: the connector's address. */
  readonly host: string;
  readonly integrationId: string;
  readonly appKey: string;
  readonly sessionParameters?: Readonly<Record<string, string>>;
  /** Default WARN. */
  readonly logLevel?: LogLevel | Lowercase<LogLevel>;
  /** Milliseconds; see `AxpOmniSdkInitParams`. */
  readonly idleTimeoutDuration?: number;
  /** Milliseconds; see `AxpOmniSdkInitParams`. */
  readonly idleShutdownGraceTimeoutDuration?: number;
  /** BCP 47 tag; default `en-US`. */
  readonly locale?: string;
  /** The bubble was pressed to open the chat: the place to call `init`, which opens it. May be async. */
  readonly onMessageBubbleClicked?: UiListener;
  readonly onInit?: UiListener;
  readonly onShutdown?: UiListener;
  readonly onIdleTimeOut?: UiListener;
  /** The guide's spelling of `onIdleTimeOut`. */
  readonly onIdleTimeout?: UiListener;
  /** Where the person is, once they agreed to say it; default the browser's own answer. */
  readonly onLocationRequest?: () => UiPlace | Promise<UiPlace>;
  /** Changes the words of a message before it is sent. What throws, or rejects, is not sent. */
  readonly beforeMessageSend?: (message: UiMessage) => UiMessage | Promise<UiMessage>;
  /** Changes words and name of a message before it is shown. What throws is shown as it came. */
  readonly beforeMessageRender?: (message: UiMessage) => UiMessage;
  readonly displayStrings?: DisplayStrings;
  /** Accepted and not used: there is no emoji picker. */
  readonly emojiMartTranslations?: unknown;
  /** Themes by name. */
  readonly themeCustomizations?: Readonly<Record<string, AxpOmniSdkMessagingUiTheme>>;
  readonly defaultTheme?: string;
  /** Ours: `open` lets test tools look inside; default `closed`. */
  readonly shadow?: 'closed' | 'open';
  /** Ours: the outside world, for tests and static demos. */
  readonly world?: Partial<ClientWorld>;
}

/** An answer to a location request. */
export interface UiPlace {
  readonly coordinates: { readonly lat: number; readonly long: number };
  readonly address?: { readonly address?: string; readonly name?: string };
}

/** The page's configuration under any of its documented names; undefined where there is none. */
export function pageConfig(): AxpOmniSdkMessagingUiConfig | undefined {
  return (
    window.axpOmniSdkMessagingUiConfig ??
    window.AxpOmniSdkMessagingUiConfig ??
    window.axpMessagingUiConfig ??
    window.AxpMessagingUiConfig
  );
}

declare global {
  interface Window {
    axpOmniSdkMessagingUiConfig?: AxpOmniSdkMessagingUiConfig;
    AxpOmniSdkMessagingUiConfig?: AxpOmniSdkMessagingUiConfig;
    axpMessagingUiConfig?: AxpOmniSdkMessagingUiConfig;
    AxpMessagingUiConfig?: AxpOmniSdkMessagingUiConfig;
  }
}
