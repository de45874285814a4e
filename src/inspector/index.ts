export { createTrace, MOST_EVENTS } from './createTrace.ts';
export type { Trace } from './createTrace.ts';
export { Inspector } from './Inspector.tsx';
export type { InspectorProps } from './Inspector.tsx';
export { mountInspector } from './mountInspector.tsx';
export type { MountedInspector, MountInspectorOptions } from './mountInspector.tsx';
export { redact } from './redact.ts';
export type { RedactOptions } from './redact.ts';
export type { PendingTimer, TracedEvent, TraceFacts } from './traceFacts.ts';
