/** Limits of AXP's Digital REST, as published in its API descriptions. Sizes are characters unless a name says otherwise. */
export const AXP_LIMITS = {
  account: /^[a-zA-Z]{6}$/,
  uuid: /^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$/,
  correlationId: 256,
  channelProviderIdMin: 3,
  channelProviderId: 256,
  displayName: 70,
  providerId: 256,
  reason: 256,
  parameterEntries: 20,
  parameterKey: 64,
  parameterValue: 256,
  /** `customData` has the same bounds as parameters. */
  identifierKeys: 10,
  identifierKey: 50,
  identifierValues: 5,
  identifierValue: 256,
  chatText: 4096,
  messagingText: 524_288,
  payload: 4096,
  fallbackText: 256,
  elementType: 50,
  actions: 5,
  items: 10,
  itemTitle: 50,
  itemDescription: 256,
  actionText: 50,
  actionPayload: 512,
  locationName: 50,
  locationAddress: 512,
  attachments: 25,
  captionText: 256,
  mediaName: 255,
  mediaContentType: 255,
  /** Bytes of one file: the limit the mobile SDKs document. */
  mediaBytes: 50 * 1024 * 1024,
  callbackUrl: 2048,
  eventTypes: 6,
  pageSize: 50,
  pageSizeDefault: 10,
  /** A callback must be answered within this many milliseconds. */
  callbackAnswerMs: 5000,
} as const;

/** The sender of messages that no participant wrote. */
export const SYSTEM_PARTICIPANT_ID = '00000000-0000-0000-0000-222222222222';
