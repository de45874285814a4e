/** The part of the composer that comes with the first file: a module of its own, which no door names. */
export { AttachmentChips } from './AttachmentChips.tsx';
