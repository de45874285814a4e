/** Limits of the desk and administration APIs. Rich-media figures are the contact centre's own (Custom Messaging REST). */
export const DESK_LIMITS = {
  /** Characters of one message's text. */
  textChars: 4096,
  /** Buttons or quick replies of a message or of a card, 1 to this. */
  actions: 5,
  /** Cards of a carousel, 1 to this. */
  cards: 10,
  cardTitleChars: 50,
  cardDescriptionChars: 256,
  actionTextChars: 50,
  actionPayloadChars: 512,
  attachments: 25,
  /** Bytes of one file. */
  fileBytes: 50 * 1024 * 1024,
  fileNameChars: 255,
  /** Characters of a name, a user, a host name. */
  nameChars: 70,
  hostNameChars: 253,
  urlChars: 2048,
  parameterEntries: 20,
  parameterKeyChars: 64,
  parameterValueChars: 256,
  identifierKeyChars: 50,
  passwordChars: 256,
  /** Fewest characters of an agent's password and of a push configuration's secret. */
  secretCharsMin: 8,
} as const;
