/** One thing that is written otherwise here. */
export interface Rule {
  /** For the list of changes. */
  readonly name: string;
  readonly pattern: RegExp;
  readonly by: string;
}

const HERE = 'colloquy/facades';

/** Module names in imports, `require` and `import()`, of all versions; whole strings only. */
export const MODULES: readonly Rule[] = [
  ...named('@avaya/axp-(?:omni|client)-sdk-core', `${HERE}/omni-sdk/core`),
  ...named('@avaya/axp-(?:omni|client)-sdk-messaging', `${HERE}/omni-sdk/messaging`),
  ...named('@avaya/axp-(?:omni-sdk-messaging-ui|messaging-ui-sdk)', `${HERE}/omni-sdk/messaging-ui`),
];

/** Names that nothing else has: they are rewritten wherever they stand. */
export const NAMES: readonly Rule[] = [
  word('AxpClientSdk', 'AxpOmniSdk'),
  word('AxpMessagingUiSdk', 'AxpOmniSdkMessagingUi'),
  word('axp-messaging-ui-sdk', 'axp-omni-sdk-messaging-ui'),
  {
    name: 'axpMessagingUiConfig',
    pattern:
      /(?<![\w$])(?<!\btype\s+)(?:axpMessagingUi|AxpMessagingUi|AxpOmniSdkMessagingUi)Config(?=\s*=[^=])/g,
    by: 'axpOmniSdkMessagingUiConfig',
  },
  word('SendTextMessage', 'TextMessage'),
  word('SendMessageAttachment', 'AttachmentMessage'),
  word('SendMessagePostBackAction', 'PostbackMessage'),
  word('SendMessageReplyAction', 'ReplyMessage'),
  {
    name: 'AxpMessaging.retryConnection',
    pattern: /\b(AxpMessaging\s*\.\s*)retryConnection\b/g,
    by: '$1reconnect',
  },
  { name: 'resetTimer', pattern: /\b(AvayaCCaaSChatSDK\s*\.\s*)resetTimer\b/g, by: '$1resetIdleTimeout' },
  {
    name: 'IDLE_TIMEOUT',
    pattern: /\b(AvayaCCaaSChatSDK\s*\.\s*(?:on|off)\s*\(\s*['"`])IDLE_TIMEOUT(?=['"`])/g,
    by: '$1IDLE_TIMEOUT_EXPIRED',
  },
  { name: 'avaya-ccaas-chat-sdk.js', pattern: /\bavaya-ccaas-chat-sdk(?:\.min)?\.js\b/g, by: 'chat-sdk.js' },
];

/** Names that others have too: only in files that speak of the Omni SDK. */
export const NAMES_OF_OMNI: readonly Rule[] = [
  word('onExpiryWarning', 'onExpireWarning'),
  word('onExpiry', 'onExpire'),
  word('setJWT', 'setJwt'),
  { name: 'JwtProvider:', pattern: /([{,]\s*)JwtProvider(?=\s*:)/g, by: '$1jwtProvider' },
  { name: 'onIdleTimeout:', pattern: /([{,]\s*)onIdleTimeout(?=\s*[:(])/g, by: '$1onIdleTimeOut' },
  {
    name: 'addIdleTimeOutInvokedListener of the element',
    pattern: /\b(AxpOmniSdkMessagingUi\s*\.\s*)add(?=IdleTimeOutInvokedListener\b)/g,
    by: '$1set',
  },
];

/** Whether a text speaks of the Omni SDK, under its names or ours. */
export const OMNI =
  /@avaya\/axp-|colloquy\/facades\/omni-sdk|\bAxp(?:OmniSdk|ClientSdk|Messaging)|\baxp(?:OmniSdk|Messaging|-)/;

/** What has no counterpart here, and what to do about it. */
export const LEFT: readonly { readonly pattern: RegExp; readonly advice: string }[] = [
  {
    pattern: /@avaya\/axp-(?:omni|client)-sdk-(?:calling|webrtc)/,
    advice: 'there is no calling here: keep the vendor’s module for it',
  },
  {
    pattern: /\bgracePeriod\b(?!\s*\*\s*1000)/,
    advice: 'gracePeriod is in seconds with the Chat SDK, in milliseconds with the Omni SDK',
  },
  {
    pattern: /\bhostURL\s*:|\bhost\s*:\s*['"`](?:na|sa|eu|uk|ap|au|ca)\b|avayacloud\.com/,
    advice: 'the host is your connector’s address now',
  },
];

function word(from: string, by: string): Rule {
  return { name: from, pattern: new RegExp(`(?<![\\w$-])${from}(?![\\w$-])`, 'g'), by };
}

function named(from: string, by: string): Rule[] {
  const name = by;
  return [{ name, pattern: new RegExp(`(['"\`])${from}\\1`, 'g'), by: `$1${by}$1` }];
}
