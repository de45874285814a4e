import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { onLog } from '../build/onLog.ts';
import { ROOT } from '../root.ts';

/** Builds the page of the bench as a website would, for production. Returns its folder. */
export async function buildPage(): Promise<string> {
  const outDir = join(ROOT, '.cache/bench/page');
  rmSync(outDir, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      lib: { entry: { page: join(ROOT, 'test/bench/page.ts') }, formats: ['es'] },
      rolldownOptions: {
        onLog,
        output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
  const html = '<!doctype html><meta charset="utf-8"><title>bench</title><style>body{margin:0}</style>';
  writeFileSync(join(outDir, 'index.html'), `${html}<script type="module" src="/page.js"></script>\n`);
  return outDir;
}
