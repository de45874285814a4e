import type { ChatModule } from './chatModule.ts';
import { createWidget } from './createWidget.ts';
import { createGlobal, queuedCalls } from './pageGlobal.ts';
import type { ColloquyGlobal } from './pageGlobal.ts';
import type { WordsModule } from './wordsModule.ts';

// The script's own address is known only while it runs for the first time: chunks lie beside it.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const base = script?.src ?? document.baseURI;

begin();

/** A second script tag finds the global of the first, and only adds its widget. */
function begin(): void {
  const before: unknown = window.Colloquy;
  const known = isGlobal(before) ? before : undefined;
  const colloquy = known ?? createGlobal((config) => createWidget(config, chatFetcher(), fetchWords));
  window.Colloquy = colloquy;
  whenBody(() => {
    if (script && 'integrationId' in script.dataset) colloquy.init({ ...script.dataset });
    if (!known) for (const [command, ...args] of queuedCalls(before)) colloquy(command, ...args);
  });
}

/** A browser may remember a module that failed to load, so each further attempt has an address of its own. */
function chatFetcher(): () => Promise<ChatModule> {
  let attempt = 0;
  return async () => {
    const url = new URL('widget/chat.js', base);
    if (attempt++ > 0) url.searchParams.set('attempt', String(attempt));
    const module: ChatModule = await import(/* @vite-ignore */ url.href);
    return module;
  };
}

async function fetchWords(): Promise<WordsModule> {
  const module: WordsModule = await import(/* @vite-ignore */ new URL('widget/words.js', base).href);
  return module;
}

/** In the head of a page there is no body yet. */
function whenBody(task: () => void): void {
  if (document.body) task();
  else document.addEventListener('DOMContentLoaded', task, { once: true });
}

function isGlobal(value: unknown): value is ColloquyGlobal {
  return typeof value === 'function' && 'init' in value && 'widget' in value;
}

declare global {
  interface Window {
    Colloquy?: ColloquyGlobal;
  }
}
