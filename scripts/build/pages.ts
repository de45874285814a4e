import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';

/** Builds `dist/pages`: the static files of `public/` as they are, and the agent desk as `desk.js`. */
export async function buildPages(): Promise<void> {
  const outDir = join(ROOT, 'dist/pages');
  rmSync(outDir, { recursive: true, force: true });
  if (existsSync(join(ROOT, 'public'))) cpSync(join(ROOT, 'public'), outDir, { recursive: true });
  const desk = join(ROOT, 'src/desk/main.tsx');
  if (!existsSync(desk)) return;
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
      lib: { entry: { desk }, formats: ['es'] },
      rolldownOptions: {
        onLog,
        output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
}
