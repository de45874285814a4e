import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { ROOT } from '../root.ts';
import { onLog } from './onLog.ts';

/**
 * Builds the script of one page for production, as a website would: `<name>.js` in `outDir`, lazy parts in `assets`.
 * @param how with what else, where it is not the libraries themselves.
 */
export async function buildPageScript(
  name: string,
  entry: string,
  outDir: string,
  how: Pick<InlineConfig, 'plugins' | 'resolve'> = {},
): Promise<void> {
  await build({
    ...how,
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      lib: { entry: { [name]: entry }, formats: ['es'] },
      rolldownOptions: {
        onLog,
        output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
}
