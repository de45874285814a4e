import { registerHooks } from 'node:module';
import { LightController, LightSignal } from './abort.ts';
import { createLightCrypto } from './crypto.ts';
import { LightHeaders, LightRequest, LightResponse, LightStream } from './http.ts';

/** A planted bug: in one source file, one text in the place of another. */
export interface TextChange {
  /** From the package's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/**
 * Puts the light platform in the place of Node's for the whole thread, and `changes` into the sources as they are loaded.
 * Call it before anything of the product is imported. Answers a check that every change applied, exactly once.
 */
export function installPlatform(changes: readonly TextChange[] = []): () => void {
  // Thousands of errors are made for refusals and broken lines, and nobody looks where.
  Error.stackTraceLimit = 0;
  Object.assign(globalThis, {
    Headers: LightHeaders,
    Request: LightRequest,
    Response: LightResponse,
    ReadableStream: LightStream,
    AbortController: LightController,
    AbortSignal: LightSignal,
    ...forbidden('setTimeout', 'setInterval', 'fetch', 'WebSocket'),
  });
  Object.defineProperty(globalThis, 'crypto', { value: createLightCrypto(), configurable: true });
  const applied = new Set<TextChange>();
  const jose = new URL('jose.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'jose' ? { url: jose, shortCircuit: true } : next(specifier, context),
    load(url, context, next) {
      const loaded = next(url, context);
      const own = changes.filter(({ file }) => url.endsWith(`/${file}`));
      if (own.length === 0) return loaded;
      let text = textOf(loaded.source);
      for (const change of own) {
        const places = text.split(change.find).length - 1;
        if (places !== 1)
          throw new Error(`"${change.find}" stands ${places} times in ${change.file}, not once`);
        text = text.replace(change.find, () => change.replace);
        applied.add(change);
      }
      return { ...loaded, source: text };
    },
  });
  return () => {
    const missed = changes.filter((change) => !applied.has(change));
    if (missed.length > 0) throw new Error(`Never loaded: ${missed.map(({ file }) => file).join(', ')}`);
  };
}

/** A real timer or a real network would make two runs of one seed differ. */
function forbidden(...names: readonly string[]): Record<string, () => never> {
  const refuse = (name: string) => (): never => {
    throw new Error(`${name} has no place in a simulation`);
  };
  return Object.fromEntries(names.map((name) => [name, refuse(name)]));
}

function textOf(source: unknown): string {
  if (source instanceof Uint8Array) return new TextDecoder().decode(source);
  return typeof source === 'string' ? source : '';
}
