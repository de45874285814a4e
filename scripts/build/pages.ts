import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { buildPageScript } from './page.ts';

/** Builds `dist/pages`: the static files of `public/` as they are, and the agent desk as `desk.js`. */
export async function buildPages(): Promise<void> {
  const outDir = join(ROOT, 'dist/pages');
  rmSync(outDir, { recursive: true, force: true });
  if (existsSync(join(ROOT, 'public'))) cpSync(join(ROOT, 'public'), outDir, { recursive: true });
  const desk = join(ROOT, 'src/desk/main.tsx');
  if (!existsSync(desk)) return;
  await buildPageScript('desk', desk, outDir);
}
