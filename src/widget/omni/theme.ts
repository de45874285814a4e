/** CSS of a text; any CSS property may stand in it. */
export interface FontConfig {
  readonly color?: string;
  readonly direction?: string;
  readonly fontFamily?: string;
  readonly fontSize?: string;
  readonly fontWeight?: string | number;
  readonly letterSpacing?: string;
  readonly [property: string]: string | number | undefined;
}

/** How messages of one side look. */
export interface ParticipantMessageTheme {
  readonly avatar?: { readonly show?: boolean };
  readonly backgroundColor?: string;
  readonly border?: string;
  readonly borderRadius?: string;
  readonly fontConfig?: FontConfig;
  readonly name?: { readonly fontConfig?: FontConfig; readonly show?: boolean };
  readonly time?: {
    readonly fontConfig?: FontConfig;
    readonly show?: boolean;
    readonly format?: '12-hour' | '24-hour' | 'default';
  };
}

/** How buttons look. */
export interface ButtonConfig {
  readonly backgroundColor?: string;
  readonly activeBackgroundColor?: string;
  readonly activeTextColor?: string;
  readonly border?: string;
  readonly borderRadius?: string;
  readonly fontConfig?: FontConfig;
}

/** Keys of the documented theme that are accepted and change nothing here (docs/migration.md says why). */
type Unused = Readonly<Record<string, unknown>>;

/**
 * A theme of the documented shape (axp.md 2.7). The keys spelt out here reach our tokens; the others are accepted, so that a
 * configuration need not be changed, and change nothing.
 */
export interface AxpOmniSdkMessagingUiTheme {
  readonly actionButtons?: Unused;
  readonly attachmentMenu?: Unused;
  readonly brandDetails?: { readonly fontFamily?: string; readonly logoSource?: string };
  readonly brandPane?: {
    readonly banner?: { readonly fontConfig?: FontConfig };
    readonly brandNameFont?: FontConfig;
  };
  readonly connectionStatusBar?: Unused;
  readonly errorBoundary?: Unused;
  readonly messageBubble?: {
    readonly backgroundColor?: string;
    readonly border?: string;
    readonly borderRadius?: string;
    readonly iconSource?: string;
  };
  readonly messages?: {
    readonly agent?: ParticipantMessageTheme & { readonly carousel?: Unused; readonly composite?: Unused };
    readonly customer?: ParticipantMessageTheme & {
      readonly retrySendIconSource?: string;
      readonly statusIndicators?: Unused;
    };
    readonly common?: Unused;
    readonly fontConfig?: FontConfig;
  };
  readonly messagingWindow?: {
    readonly accentColor?: string;
    readonly backgroundColor?: string;
    readonly borderRadius?: string;
    readonly scrollBarColor?: string;
    readonly title?: { readonly fontConfig?: FontConfig };
    readonly minimizeButton?: Unused;
    readonly notificationsButton?: Unused;
  };
  readonly notifications?: Unused;
  readonly notificationsPane?: Unused;
  readonly participants?: Unused;
  readonly textInput?: {
    readonly activeBackgroundColor?: string;
    readonly activeBorder?: string;
    readonly backgroundColor?: string;
    readonly border?: string;
    readonly borderRadius?: string;
    readonly fontConfig?: FontConfig;
  };
  readonly typingIndicator?: Unused;
  /** The guide's spelling. */
  readonly typingIndicators?: Unused;
}
