import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChatServer } from '../test/gate/support/chatServer.ts';
import { median } from './bench/measureSubject.ts';
import { measureHost } from './bench/measureHost.ts';
import type { HostFigures } from './bench/measureHost.ts';
import { ROOT } from './root.ts';

/**
 * `bench:page [--rounds 3] [--throttle 1]`: what the widget costs a page that carries it. Loads the demo shop without and with
 * the script, each in a fresh browser, and prints the medians: CPU and blocking of the main thread, layout shift, the largest
 * paint, and the way from a tap on the launcher to a field that can be written into.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, throttle: { type: 'string', default: '1' } },
});
const throttle = Number(values.throttle);
const shop = readFileSync(join(ROOT, 'public/demo.html'), 'utf8');
const style = readFileSync(join(ROOT, 'public/demo.css'), 'utf8');

const server = await startChatServer(({ pathname }) => {
  if (pathname === '/demo.css') return { body: style, headers: { 'content-type': 'text/css' } };
  if (pathname !== '/with' && pathname !== '/without') return undefined;
  const script = pathname === '/with' ? widgetScript() : '';
  return { body: shop.replace('<script src="/demo.js"></script>', script) };
});
const measured: Record<'without' | 'with', HostFigures[]> = { without: [], with: [] };
try {
  for (let round = 0; round < Number(values.rounds); round++)
    for (const name of ['without', 'with'] as const) {
      console.error(`round ${round + 1}: ${name}`);
      measured[name].push(await measureHost(`${server.origin}/${name}`, throttle, name === 'with'));
    }
} finally {
  await server.stop();
}
const LINES: readonly (readonly [words: string, name: keyof HostFigures, digits: number])[] = [
  ['main-thread CPU until at rest, ms', 'cpuMs', 0],
  ['of it blocking: CPU over 50 ms of each task, ms', 'blockingMs', 0],
  ['layout shift', 'shift', 3],
  ['largest contentful paint, ms', 'largestPaintMs', 0],
  ['tap on the launcher to a usable field, ms', 'tapMs', 0],
  ['the same, CPU, ms', 'tapCpuMs', 0],
];
console.log(`| ${throttle}x | without | with |\n| --- | ---: | ---: |`);
for (const [words, name, digits] of LINES)
  console.log(`| ${words} | ${shown('without', name, digits)} | ${shown('with', name, digits)} |`);

function shown(page: 'without' | 'with', name: keyof HostFigures, digits: number): string {
  return median(measured[page].flatMap((figures) => figures[name] ?? []))?.toFixed(digits) ?? '–';
}

function widgetScript(): string {
  const attributes = { 'integration-id': server.integrationId, 'token-url': '/token', shadow: 'open' };
  const written = Object.entries(attributes).map(([name, value]) => `data-${name}="${value}"`);
  return `<script async src="/widget.js" ${written.join(' ')} data-transports="sse"></script>`;
}
