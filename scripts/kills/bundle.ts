import { join } from 'node:path';
import { build } from 'vite';
import { onLog } from '../build/onLog.ts';
import { ROOT } from '../root.ts';

/**
 * Bundles the server process of the kill test, as `dist/cli.js` is: it is started hundreds of times, and comes up several times
 * faster than from its sources. Resolves to the file.
 */
export async function bundleChild(): Promise<string> {
  const outDir = join(ROOT, '.cache/kills');
  const external = ['bufferutil', 'utf-8-validate', 'pg'];
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node', external },
    build: {
      ssr: join(ROOT, 'scripts/kills/child.ts'),
      target: 'node22',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        onLog,
        external,
        output: { format: 'es', entryFileNames: 'child.js', codeSplitting: false },
      },
    },
  });
  return join(outDir, 'child.js');
}
