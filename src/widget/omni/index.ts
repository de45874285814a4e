import { AxpOmniSdkMessagingUi } from './messagingUi.ts';

export { AxpOmniSdkMessagingUi, AxpOmniSdkMessagingUi as AxpMessagingUiSdk };
export type { AxpOmniSdkMessagingUiInitParams, MessagingUiElement } from './messagingUiElement.ts';
export type { DisplayName, DisplayStrings, TextConfig, TextZone } from './displayStrings.ts';
export type {
  AxpOmniSdkMessagingUiTheme,
  ButtonConfig,
  FontConfig,
  ParticipantMessageTheme,
} from './theme.ts';
export type { AxpOmniSdkMessagingUiConfig, UiListener, UiPlace } from './uiConfig.ts';
export type { UiMessage, UiMessage as Message } from './uiMessage.ts';
export { LogLevel, type JwtProvider } from '../../facades/omni-sdk/core/index.ts';

/** The element's name, and the one that it had before 1.0.0. */
const TAGS = ['axp-omni-sdk-messaging-ui', 'axp-messaging-ui-sdk'] as const;

// Importing the module registers the element; a page that imports it twice, or on a server, has no trouble.
if (typeof customElements !== 'undefined')
  for (const [at, tag] of TAGS.entries())
    if (!customElements.get(tag))
      customElements.define(tag, at === 0 ? AxpOmniSdkMessagingUi : class extends AxpOmniSdkMessagingUi {});

declare global {
  interface HTMLElementTagNameMap {
    'axp-omni-sdk-messaging-ui': AxpOmniSdkMessagingUi;
    'axp-messaging-ui-sdk': AxpOmniSdkMessagingUi;
  }
}
