import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALIASES } from '../aliases.ts';
import { buildPageScript } from '../build/page.ts';
import { shortJsx } from '../build/shortJsx.ts';
import { tightStyles } from '../build/tightStyles.ts';
import { ROOT } from '../root.ts';

/**
 * Builds the page of the bench as a website would, for production: the library's styles as `dist` has them, and the chat once
 * more with what stands behind React and styled-components in the widget. Returns its folder.
 * @param name of the folder: who builds at the same time needs one of his own.
 */
export async function buildPage(name = 'page'): Promise<string> {
  const outDir = join(ROOT, '.cache/bench', name);
  rmSync(outDir, { recursive: true, force: true });
  await buildPageScript('page', join(ROOT, 'test/bench/page.ts'), outDir, { plugins: [tightStyles()] });
  await buildPageScript('widget', join(ROOT, 'test/bench/adapter.tsx'), outDir, {
    plugins: [tightStyles(), shortJsx()],
    resolve: { alias: ALIASES.preact },
  });
  const html = '<!doctype html><meta charset="utf-8"><title>bench</title><style>body{margin:0}</style>';
  writeFileSync(join(outDir, 'index.html'), `${html}<script type="module" src="/page.js"></script>\n`);
  return outDir;
}
