export * from './createSandboxApp.ts';
