export type { WidgetEventName } from './chatModule.ts';
export { defineChatElement } from './chatElement.ts';
export type { Widget } from './createWidget.ts';
export { embedWidget } from './embedWidget.ts';
export type { WidgetOptions } from './embedWidget.ts';
