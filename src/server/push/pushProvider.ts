/** Carries a notification to a device: FCM, Web Push, or a record in development. */
export interface PushProvider {
  /** Never rejects; a hang of more than 10 s counts as `retry`. */
  send(device: PushDevice, notification: PushNotification): Promise<PushOutcome>;
}

/** Where to send: what the app or browser registered. */
export interface PushDevice {
  readonly deviceId: string;
  /** The provider's own address of the device: an FCM token, or a Web Push subscription as JSON text. */
  readonly token: string;
  /** Which provider made the token. */
  readonly platform: PushPlatform;
}

/** Who made the token of a device. */
export type PushPlatform = 'fcm' | 'web-push';

/** Metadata only, as the source has it: the words of the message never travel by push. */
export interface PushNotification {
  readonly eventId: string;
  readonly conversationId: string;
  readonly sessionId: string;
  /** ISO 8601. */
  readonly eventDate: string;
}

/** `gone`: the device is no longer registered there, forget it. `retry`: trouble, later it may work. */
export type PushOutcome = 'sent' | 'gone' | 'retry';
