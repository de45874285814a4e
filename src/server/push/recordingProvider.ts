import type { PushDevice, PushNotification, PushProvider } from './pushProvider.ts';

/** Keeps the last `limit` notifications in memory and sends none: for development and tests. */
export function createRecordingProvider(limit = 200): RecordingProvider {
  const kept: RecordedPush[] = [];
  return {
    recorded: () => [...kept],
    async send(device: PushDevice, notification: PushNotification) {
      kept.push({ deviceId: device.deviceId, platform: device.platform, notification });
      if (kept.length > limit) kept.shift();
      return 'sent';
    },
  };
}

/** A provider that can be asked what it was given. */
export interface RecordingProvider extends PushProvider {
  /** Oldest first. */
  recorded(): readonly RecordedPush[];
}

/** One recorded notification; the device's token is left out. */
export interface RecordedPush {
  readonly deviceId: string;
  readonly platform: PushDevice['platform'];
  readonly notification: PushNotification;
}
