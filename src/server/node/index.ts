export * from './listen.ts';
export * from './sqliteStore.ts';
