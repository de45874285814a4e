export * from './memoryStore.ts';
export * from './store.ts';
