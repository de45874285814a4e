import { parseArgs } from 'node:util';
import { startChatServer } from '../test/gate/support/chatServer.ts';
import { LOAD_PAGES, loadPage } from './bench/loadPages.ts';
import { measureLoad } from './bench/measureLoad.ts';
import type { LoadFigures } from './bench/measureLoad.ts';
import { median } from './bench/measureSubject.ts';

/**
 * `bench:load [--rounds 3] [--throttle 4]`: how long a chat that stands open takes from the navigation to a field that takes text,
 * on one host page with an empty cache, on the machine's own line and on slow 4G; prints the medians. Beside it a field
 * written by hand (the limit), and the bundle of deepChat, which asks for no token.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, throttle: { type: 'string', default: '4' } },
});
const throttle = Number(values.throttle);
const LINES = ['own line', 'slow 4G'] as const;
const AXES: readonly (readonly [words: string, name: keyof LoadFigures])[] = [
  ['usable field, ms', 'usableMs'],
  ['main-thread CPU until a second later, ms', 'cpuMs'],
  ['of it blocking: CPU over 50 ms of each task, ms', 'blockingMs'],
];

const server = await startChatServer(({ pathname }) =>
  loadPage(decodeURIComponent(pathname.slice(1)), server.integrationId),
);
const measured = Object.fromEntries(
  LINES.map((line) => [line, Object.fromEntries(LOAD_PAGES.map((name) => [name, new Array<LoadFigures>()]))]),
);
try {
  // The first one fills the server's cache of what it has compressed.
  for (const name of LOAD_PAGES) await measureLoad(addressOf(name), { throttle: 1, slow: false });
  for (let round = 0; round < Number(values.rounds); round++)
    for (const line of LINES)
      for (const name of LOAD_PAGES) {
        console.error(`round ${round + 1}, ${line}: ${name}`);
        const figures = await measureLoad(addressOf(name), { throttle, slow: line === 'slow 4G' });
        measured[line]?.[name]?.push(figures);
      }
} finally {
  await server.stop();
}
console.log(
  `| ${throttle}x | ${LOAD_PAGES.join(' | ')} |\n| --- | ${LOAD_PAGES.map(() => '---:').join(' | ')} |`,
);
for (const line of LINES)
  for (const [words, axis] of AXES) {
    const cells = LOAD_PAGES.map((name) => median(measured[line]?.[name]?.map((one) => one[axis]) ?? []));
    console.log(`| ${line}: ${words} | ${cells.map((cell) => cell?.toFixed(0) ?? '–').join(' | ')} |`);
  }

function addressOf(name: string): string {
  return `${server.origin}/${encodeURIComponent(name)}`;
}
