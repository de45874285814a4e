export * from './listen.ts';
export * from './postgresStore.ts';
export * from './sqliteStore.ts';
