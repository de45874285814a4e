import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskFiles } from '../../../src/server/node/deskFiles.ts';
import { createStaticFiles } from '../../../src/server/node/staticFiles.ts';

const dist = mkdtempSync(join(tmpdir(), 'colloquy-dist-'));
beforeAll(() => {
  mkdirSync(join(dist, 'pages/assets'), { recursive: true });
  mkdirSync(join(dist, 'widget'));
  writeFileSync(join(dist, 'cli.js'), 'secret');
  writeFileSync(join(dist, 'widget.js'), 'loader');
  writeFileSync(join(dist, 'widget/chunk-1.js'), 'chunk');
  writeFileSync(join(dist, 'pages/demo.html'), '<body></body>');
  writeFileSync(join(dist, 'pages/.hidden.js'), 'hidden');
  writeFileSync(join(dist, 'pages/desk.html'), '<head></head><script type="module" src="desk.js"></script>');
  writeFileSync(join(dist, 'pages/assets/a.svg'), '<svg/>');
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

test('the widget may be loaded by any page, its chunks too', async () => {
  const files = createStaticFiles(dist);
  for (const path of ['/widget.js', '/widget/chunk-1.js']) {
    const response = await files.widget(path);
    expect(response?.headers.get('access-control-allow-origin')).toBe('*');
    expect(response?.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  }
});

test.each([
  '/../cli.js',
  '/%2e%2e/cli.js',
  '/..%2fcli.js',
  '/.hidden.js',
  '/a%00.svg',
  '/%',
  '/..\\cli.js',
  '/',
])('nothing outside of the folder is served: %s', async (path) => {
  const files = createStaticFiles(dist);
  expect(await files.page(path)).toBeUndefined();
  expect(await files.widget(`/widget${path}`)).toBeUndefined();
});

test('pages have their types and are not guessed at', async () => {
  const response = await createStaticFiles(dist).page('/assets/a.svg');
  expect(response?.headers.get('content-type')).toBe('image/svg+xml');
  expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
});

test('the desk is served under its folder with a policy', async () => {
  const desk = createDeskFiles(createStaticFiles(dist));
  const page = await desk(new Request('http://s.example/desk/'));
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("img-src 'self' data: blob: https: http://localhost:* http://127.0.0.1:*");
  const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1];
  expect(await page.text()).toContain(`<script nonce="${nonce}" type="module"`);
  expect((await desk(new Request('http://s.example/desk'))).status).toBe(308);
  expect((await desk(new Request('http://s.example/desk/assets/a.svg'))).status).toBe(200);
  expect((await desk(new Request('http://s.example/desk/nothing.js'))).status).toBe(404);
});
