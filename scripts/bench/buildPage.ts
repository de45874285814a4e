import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPageScript } from '../build/page.ts';
import { ROOT } from '../root.ts';

/** Builds the page of the bench as a website would, for production. Returns its folder. */
export async function buildPage(): Promise<string> {
  const outDir = join(ROOT, '.cache/bench/page');
  rmSync(outDir, { recursive: true, force: true });
  await buildPageScript('page', join(ROOT, 'test/bench/page.ts'), outDir);
  const html = '<!doctype html><meta charset="utf-8"><title>bench</title><style>body{margin:0}</style>';
  writeFileSync(join(outDir, 'index.html'), `${html}<script type="module" src="/page.js"></script>\n`);
  return outDir;
}
