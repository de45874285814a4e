export * from './createChatStore.ts';
