export { mountChat } from './chat.tsx';
export type { ChatModule, MountedChat, MountOptions, WidgetEventName } from './chatModule.ts';
export { createWidget } from './createWidget.ts';
export type { Widget } from './createWidget.ts';
export { readConfig } from './widgetConfig.ts';
export type { WidgetConfig } from './widgetConfig.ts';
