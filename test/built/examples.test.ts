import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { InlineConfig } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { OWN_NAME } from '../../scripts/aliases.ts';
import { ROOT } from '../../scripts/root.ts';

const EXAMPLES = join(ROOT, 'docs/examples');
// Inside the house, so that what stays outside the bundle is found.
const out = mkdtempSync(join(ROOT, 'node_modules/.vite-temp/examples-'));

afterAll(() => rmSync(out, { recursive: true, force: true }));

/** Builds an example as a stranger's Vite would, with our sources behind the package's name. */
async function buildExample(name: string, entry: string, more: InlineConfig['build'] = {}): Promise<string> {
  const outDir = join(out, name, entry.replace(/\W/g, '-'));
  await build({
    configFile: false,
    root: join(EXAMPLES, name),
    logLevel: 'error',
    resolve: { alias: [...OWN_NAME] },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: { input: join(EXAMPLES, name, entry) },
      ...more,
    },
  });
  return outDir;
}

describe('the examples are built', () => {
  test.for(['vite-react', 'headless', 'own-backend'])('%s', async (name) => {
    const outDir = await buildExample(name, 'index.html');
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toMatch(/src="\/assets\/.+\.js"/);
  });

  test('server-rendered: both halves, and the server writes a dressed page', async () => {
    await buildExample('server-rendered', 'client.tsx');
    const outDir = await buildExample('server-rendered', 'render.tsx', { ssr: true });
    const server: { renderPage: (script: string) => Promise<string> } = await import(
      pathToFileURL(join(outDir, 'render.js')).href
    );
    const page = await server.renderPage('/client.js');
    expect(page).toContain('aria-label="Chat"');
    expect(page).toContain('<style data-styled');
    expect(page).toContain('src="/client.js"');
  });

  test('plain HTML: the tag names what the README names', () => {
    const page = readFileSync(join(EXAMPLES, 'plain-html/index.html'), 'utf8');
    const [tag = ''] = /<script\s+async[^>]+>/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
    expect(tag).toContain('widget.js');
    expect(page.replace(/\s+/g, ' ')).toContain(tag.replace(/\s+/g, ' '));
  });
});
