export * from './sqliteStore.ts';
