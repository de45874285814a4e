import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

/** What pages load by a tag or by `import()`, as it lies under `dist`. */
const SCRIPTS = ['widget.js', 'chat-sdk.js', 'widget/*.js'];

/**
 * Hashes of the built scripts for Subresource Integrity, written to `dist/widget/integrity.json`. `path` is where a release
 * is to be served: in a folder of its version, so that a page that names a hash gets the file which has it, and its parts.
 */
export function writeIntegrity(dist = join(ROOT, 'dist')): Integrity {
  const found = integrityOf(dist);
  if (existsSync(join(dist, 'widget')))
    writeFileSync(join(dist, 'widget/integrity.json'), `${JSON.stringify(found, null, 2)}\n`);
  return found;
}

/** The hashes of the scripts that are built in this folder. */
export function integrityOf(dist: string): Integrity {
  const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const names = SCRIPTS.flatMap((pattern) => globSync(pattern, { cwd: dist }).sort());
  const scripts = names.map((name) => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, name)))
      .digest('base64');
    return [name.replaceAll('\\', '/'), { path: `${version}/${name}`, integrity: `sha384-${hash}` }] as const;
  });
  return { version, scripts: Object.fromEntries(scripts) };
}

/** What `dist/widget/integrity.json` holds; names are relative to `dist`. */
export interface Integrity {
  readonly version: string;
  readonly scripts: Readonly<Record<string, { readonly path: string; readonly integrity: string }>>;
}
