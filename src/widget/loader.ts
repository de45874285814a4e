import { chunksBeside } from './chunksBeside.ts';
import { createWidget } from './createWidget.ts';
import { createGlobal, isGlobal, queuedCalls } from './pageGlobal.ts';

// The script's own address is known only while it runs for the first time: chunks lie beside it.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const base = new URL('widget/', script?.src ?? document.baseURI).href;
const key = script?.dataset['global'] ?? 'Colloquy';

begin();

/** A second script tag finds the global of the first, and only adds its widget. */
function begin(): void {
  const before: unknown = Reflect.get(window, key);
  const known = isGlobal(before) ? before : undefined;
  const colloquy = known ?? createGlobal((config) => createWidget(config, ...chunksBeside(base, config)));
  Reflect.set(window, key, colloquy);
  const put = (): void => {
    // A tag that says nothing makes nothing: the page will.
    if (script) colloquy.init({ ...script.dataset });
    if (!known) for (const [command, ...args] of queuedCalls(before)) colloquy(command, ...args);
  };
  // The element that an inline chat goes into may not have been read yet.
  if (script?.dataset['target'] && document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', put, { once: true });
  else put();
}
