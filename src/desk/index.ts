export { mountDesk } from './mountDesk.tsx';
export type { MountDeskOptions } from './mountDesk.tsx';
