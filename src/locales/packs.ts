/**
 * All that a widget that does not speak English fetches beside the chat: the launcher's words at once, then the one pack.
 * A door of its own, without English in it, so that a page in English pays for none of it.
 */
export { launcherWords } from './launcherWords.ts';
export { loadPack } from './loadPack.ts';
