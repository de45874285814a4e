export * from './createShopApp.ts';
