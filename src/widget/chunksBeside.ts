import { pause, systemClock } from '../lib/index.ts';
import type { ChatModule } from './chatModule.ts';
import type { WidgetConfig } from './widgetConfig.ts';
import type { WordsModule } from './wordsModule.ts';

/**
 * What fetches the chat (or the frame that holds it) and the words, from `base`, the address of the folder that they lie in.
 * A browser may remember a module that failed to load, so each further attempt has an address of its own.
 */
export function chunksBeside(
  base: string,
  { frame }: WidgetConfig,
): [() => Promise<ChatModule>, () => Promise<WordsModule>] {
  let attempt = 0;
  return [
    async () => {
      const again = attempt++ > 0 ? `?attempt=${attempt}` : '';
      const module: ChatModule = await import(
        /* @vite-ignore */ `${base}${frame ? 'frame' : 'chat'}.js${again}`
      );
      // To read it was one piece of work, to mount it is another.
      await pause(systemClock, 0);
      return module;
    },
    async () => {
      const module: WordsModule = await import(/* @vite-ignore */ `${base}words.js`);
      return module;
    },
  ];
}
