export * from './administration.ts';
export * from './administrationAnswer.ts';
export * from './content.ts';
export * from './engagement.ts';
export * from './event.ts';
export * from './limits.ts';
export * from './outgoing.ts';
