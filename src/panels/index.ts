'use client';

export { AnnouncerPanel } from './AnnouncerPanel.tsx';
export { Chat } from './Chat.tsx';
export type { ChatProps } from './Chat.tsx';
export { ChatFrame } from './ChatFrame.tsx';
export type { ChatFrameProps } from './ChatFrame.tsx';
export { ComposerPanel } from './ComposerPanel.tsx';
export type { ComposerPanelProps } from './ComposerPanel.tsx';
export { ConnectionPanel } from './ConnectionPanel.tsx';
export { EndedPanel } from './EndedPanel.tsx';
export type { EndedPanelProps } from './EndedPanel.tsx';
export { FailedPanel } from './FailedPanel.tsx';
export { HeaderPanel } from './HeaderPanel.tsx';
export type { HeaderPanelProps } from './HeaderPanel.tsx';
export { IdlePanel } from './IdlePanel.tsx';
export { MessagesPanel } from './MessagesPanel.tsx';
export type { MessagesPanelProps } from './MessagesPanel.tsx';
