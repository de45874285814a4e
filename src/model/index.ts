export * from './chatEvent.ts';
export * from './chatMessage.ts';
export * from './chatState.ts';
export { engagementFromWire, messageFromWire } from './fromWire.ts';
export { mirrorState } from './mirrorState.ts';
export * from './reduceChat.ts';
export { reduceOutline } from './reduceOutline.ts';
export * from './selectors.ts';
export * from './status.ts';
