export * from './decodeRow.ts';
export * from './groupStore.ts';
export * from './memoryStore.ts';
export * from './store.ts';
