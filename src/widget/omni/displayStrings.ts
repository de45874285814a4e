/** A sentence: English, and other languages by their BCP 47 tags. */
export interface TextConfig {
  readonly value: string;
  readonly translations?: Readonly<Record<string, string>>;
}

/** A zone of sentences; further keys are accepted and change nothing. */
export type TextZone<Key extends string> = { readonly [Name in Key]?: TextConfig } & {
  readonly [name: string]: TextConfig | undefined;
};

/** How participants of one type are called. */
export type DisplayName = TextConfig | ((displayName: string | undefined) => string);

/** The documented sentences (axp.md 2.7). Which of them are said here, `wordsOf` shows. */
export interface DisplayStrings {
  readonly actions?: TextZone<
    | 'attachmentTooltip'
    | 'discardAttachmentTooltip'
    | 'emojiTooltip'
    | 'locationTooltip'
    | 'sendMessageTooltip'
  >;
  readonly attachmentMenu?: TextZone<'sendFile' | 'sendImage'>;
  readonly brandPane?: TextZone<'banner' | 'brandName' | 'participantsTooltip'>;
  /** By participant type, in capitals or small letters. */
  readonly displayNames?: Readonly<Record<string, DisplayName>>;
  readonly errorBoundary?: TextZone<'title' | 'subtitle'>;
  readonly messagingWindow?: TextZone<'title' | 'minimizeTooltip' | 'notificationsTooltip'>;
  readonly notificationsPane?: TextZone<'noNotifications'>;
  readonly textInput?: TextZone<'inputPromptPlaceholder'>;
  readonly toast?: TextZone<
    | 'attachmentPreviewWarning'
    | 'downloadFailed'
    | 'emptyMessageWarning'
    | 'fileEmpty'
    | 'fileNameEmpty'
    | 'fileSizeExceeded'
    | 'fileUnsupported'
    | 'locationDisabled'
    | 'locationUnsupported'
    | 'shouldBeFile'
  >;
  readonly userDetails?: TextZone<'anonymousCustomerName'>;
  readonly [zone: string]: unknown;
}
