import { expect, test } from 'vitest';
import { acceptHost } from '../../../src/widget/frame/acceptHost.ts';

const HOST = 'https://shop.example';
const parent = new MessageChannel().port1;
const port = new MessageChannel().port1;
const HELLO = {
  colloquy: 'connect',
  nonce: 'a-nonce-of-some-length',
  locale: 'en',
  theme: 'paper',
  colorScheme: 'auto',
  floating: true,
  parameters: { basket: '3' },
};
const good = { data: HELLO, origin: HOST, source: parent, ports: [port] };

test('the window around the frame, from a listed origin, with one port, is let in', () => {
  expect(acceptHost(good, [HOST], parent)).toEqual({ port, handshake: HELLO });
});

test('a brand and a wish for contrast come with it', () => {
  const data = { ...HELLO, brand: '#b00060', contrast: 'more' };
  expect(acceptHost({ ...good, data }, [HOST], parent)?.handshake).toEqual(data);
});

const ORIGINS = [
  'null',
  '',
  '*',
  'http://shop.example',
  'https://shop.example.evil.example',
  'https://evilshop.example',
  'https://shop.example:8443',
  'https://SHOP.example',
  'https://shop.example/',
  'https://sһop.example',
  'file://',
  'https://shop.example.',
  'https://www.shop.example',
];
const SOURCES = [null, new MessageChannel().port1];
const DATA = [
  undefined,
  null,
  'connect',
  [],
  { ...HELLO, colloquy: 'unknown' },
  { ...HELLO, nonce: 'short' },
  { ...HELLO, floating: 'true' },
  { ...HELLO, parameters: { a: 1 } },
  { ...HELLO, colorScheme: 'constructor' },
  { ...HELLO, brand: 7 },
  { ...HELLO, contrast: 'less' },
  Object.create(HELLO),
  JSON.parse('{"__proto__":{"colloquy":"connect"}}'),
];
const PORTS = [[], [port, new MessageChannel().port1]];

test('of every other combination nothing is let in', () => {
  const cases = [
    ...ORIGINS.flatMap((origin) => [good.data, ...DATA].map((data) => ({ ...good, origin, data }))),
    ...SOURCES.flatMap((source) => [good.data, ...DATA].map((data) => ({ ...good, source, data }))),
    ...DATA.map((data) => ({ ...good, data })),
    ...PORTS.flatMap((ports) => [good.data, ...DATA].map((data) => ({ ...good, ports, data }))),
  ];
  expect(cases.length).toBeGreaterThan(200);
  expect(cases.filter((each) => acceptHost(each, [HOST], parent))).toEqual([]);
  expect(acceptHost({ ...good, source: null }, [HOST], undefined)).toBeUndefined();
  expect(acceptHost(good, [], parent)).toBeUndefined();
});
