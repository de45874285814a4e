import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { InlineConfig, Plugin } from 'vite';
import { ALIASES } from '../aliases.ts';
import { ROOT } from '../root.ts';
import { compileAhead } from './compileAhead.ts';
import { inlineCalls } from './inlineCalls.ts';
import { onLog } from './onLog.ts';
import { plainQuotes } from './plainQuotes.ts';
import { shortJsx } from './shortJsx.ts';
import { tightStyles } from './tightStyles.ts';

/** What a bundler would ask of a call (`@__PURE__`) no browser does; licences stay. */
const COMMENTS = { annotation: false, jsdoc: false, legal: true } as const;

/**
 * Builds the script-tag widget: `dist/widget.js`, a classic script that shows the launcher, and `dist/widget/chat.js`
 * with its chunks, ES modules that it loads by `import()` when the chat is first needed. `dist/widget/words.js` holds
 * what the launcher says in other languages than English, and fetches the packs. `dist/widget/element.js` is the launcher
 * again, as a module that defines `<colloquy-chat>`; `frame.js` is the chat in a frame, `frame.html` and `inside.js` what
 * stands in it.
 * @param dist default the repository's `dist`.
 */
export async function buildWidget(dist = join(ROOT, 'dist')): Promise<void> {
  const modules = (entry: Readonly<Record<string, string>>): InlineConfig => moduleBuild(entry, dist);
  rmSync(join(dist, 'widget'), { recursive: true, force: true });
  const chat = join(ROOT, 'src/widget/chat.tsx');
  if (existsSync(chat)) {
    const base = modules({ chat });
    await build({ ...base, plugins: [...(base.plugins ?? []), compileAhead()] });
    // On their own, so that what the packs share does not become a chunk that everybody fetches.
    await build(modules({ words: join(ROOT, 'src/locales/packs.ts') }));
    await build(modules({ element: join(ROOT, 'src/widget/element.ts') }));
    await build(modules({ frame: join(ROOT, 'src/widget/frame/frameChat.ts') }));
    await build(modules({ inside: join(ROOT, 'src/widget/frame/inside.ts') }));
    copyFileSync(join(ROOT, 'src/widget/frame/frame.html'), join(dist, 'widget/frame.html'));
  }
  await build(loaderScript(join(ROOT, 'src/widget/loader.ts'), dist));
  if (existsSync(chat)) await buildInspected(dist);
}

/**
 * `dist/inspected`: the same script, with the development panel in the chat that lies beside it. Nothing of it is in the
 * widget's own files: one module is another one (src/widget/inspected).
 */
async function buildInspected(dist: string): Promise<void> {
  const folder = join(dist, 'inspected');
  rmSync(folder, { recursive: true, force: true });
  const base = moduleBuild({ chat: join(ROOT, 'src/widget/chat.tsx') }, folder);
  await build({ ...base, plugins: [tightStyles(), shortJsx(), inspectedLine()] });
  await build(moduleBuild({ words: join(ROOT, 'src/locales/packs.ts') }, folder));
  copyFileSync(join(dist, 'widget.js'), join(folder, 'widget.js'));
}

function inspectedLine(): Plugin {
  return {
    name: 'colloquy:inspected-line',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './openLine.ts' && importer?.endsWith('/src/widget/chat.tsx')
        ? join(ROOT, 'src/widget/inspected/openLine.ts')
        : undefined,
  };
}

/** Chunks beside the entry; Vite's own preload helper stays out, since it writes `link` elements under strict policies. */
function moduleBuild(entry: Readonly<Record<string, string>>, dist: string): InlineConfig {
  return {
    ...common(),
    plugins: [tightStyles(), shortJsx(), inlineCalls(2022), plainQuotes()],
    resolve: { alias: ALIASES.preact },
    build: {
      ...common().build,
      outDir: join(dist, 'widget'),
      lib: { entry: { ...entry }, formats: ['es'] },
      rolldownOptions: {
        onLog,
        // Lets small shared modules stand in the entry instead of in chunks of their own.
        preserveEntrySignatures: 'allow-extension',
        // Nothing of ours does anything when it is read.
        treeshake: { propertyReadSideEffects: false },
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        output: {
          minify: true,
          comments: COMMENTS,
          entryFileNames: '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

function loaderScript(entry: string, dist: string): InlineConfig {
  return {
    ...common(),
    plugins: [inlineCalls(2022), plainQuotes()],
    build: {
      ...common().build,
      outDir: dist,
      lib: { entry, formats: ['iife'], name: 'ColloquyLoader', fileName: () => 'widget.js' },
      rolldownOptions: { onLog, output: { minify: true, comments: COMMENTS } },
    },
  };
}

/** CSS nesting and adopted sheets are younger than ES2022: what runs the widget's styles runs its syntax. */
function common(): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    build: { target: 'es2022', emptyOutDir: false, copyPublicDir: false },
  };
}
