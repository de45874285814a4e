export * from './createPushApp.ts';
export * from './pushProvider.ts';
export * from './recordingProvider.ts';
