import { fireEvent } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as C from '../../src/components/index.ts';
import type { Delivery } from '../../src/model/index.ts';
import reference from '../../docs/components.md?raw';
import { anna, bot, conversation, customer, message, NOW_MS } from '../../stories/components/conversation.ts';
import { describeConformance, reasons, shown } from '../support/describeConformance.tsx';
import { readReference } from '../support/readReference.ts';

const nothing = (): void => {};
const text = message(1, { type: 'text', text: 'Hello', format: 'plain' }, { sender: bot });
const own = (delivery: Delivery) => message(2, text.body, { own: true, sender: customer, delivery });
const failed = { status: 'failed', code: 'unreachable', detail: '', retryable: true } as const;
const waits = [
  { status: 'waiting' },
  { status: 'sending' },
  { status: 'sent' },
  { status: 'delivered' },
  { status: 'read' },
  failed,
  { status: 'unconfirmed' },
] as const;

describeConformance(
  'Avatar',
  C.Avatar,
  { participant: anna },
  {
    states: [
      [{}, { 'data-type': 'AGENT' }],
      [{ participant: bot }, { 'data-type': 'BOT' }],
      [{ participant: customer }, { 'data-type': 'CUSTOMER' }],
    ],
  },
);
describeConformance(
  'Button',
  C.Button,
  { children: 'Go' },
  {
    states: [
      [{}, { 'data-tone': 'quiet' }],
      [{ tone: 'primary' }, { 'data-tone': 'primary' }],
      [{ tone: 'text' }, { 'data-tone': 'text' }],
    ],
  },
);
describeConformance(
  'Icon',
  C.Icon,
  { name: 'send' },
  { states: [[{ name: 'end' }, { 'data-mirror': 'true' }]] },
);
describeConformance(
  'IconButton',
  C.IconButton,
  { icon: 'send', label: 'Send message' },
  {
    states: [
      [{}, { 'data-tone': 'plain' }],
      [{ tone: 'accent' }, { 'data-tone': 'accent' }],
    ],
  },
);
describeConformance('VisuallyHidden', C.VisuallyHidden, { children: 'heard' });

describeConformance(
  'Launcher',
  C.Launcher,
  { unread: 3 },
  {
    changes: [{ callback: 'onOpenChange', act: (root) => root.click(), value: true, reason: 'press' }],
    states: [
      [{}, { 'data-open': 'false' }],
      [{ open: true }, { 'data-open': 'true' }],
    ],
  },
);
describeConformance(
  'Frame',
  C.Frame,
  { children: 'Hello' },
  {
    states: [
      [{}, { 'data-placement': 'floating' }],
      [{ placement: 'embedded' }, { 'data-placement': 'embedded' }],
    ],
  },
);
describeConformance('Header', C.Header, {
  participants: [bot, anna],
  heading: 'Bicycle shop',
  onMinimize: nothing,
  onEnd: nothing,
});

describeConformance(
  'MessageList',
  C.MessageList,
  { items: conversation.slice(0, 8), nowMs: NOW_MS },
  {
    wrap: (list) => <div style={{ display: 'flex', blockSize: 400 }}>{list}</div>,
  },
);
describeConformance(
  'MessageRow',
  C.MessageRow,
  { message: text },
  {
    states: [
      [{}, { 'data-side': 'other', 'data-first': 'true', 'data-last': 'true', 'data-status': 'received' }],
      [
        { first: false, last: false },
        { 'data-first': 'false', 'data-last': 'false' },
      ],
      ...waits.map(
        (delivery) =>
          [{ message: own(delivery) }, { 'data-side': 'own', 'data-status': delivery.status }] as const,
      ),
    ],
  },
);
describeConformance('DateDivider', C.DateDivider, { atMs: NOW_MS, nowMs: NOW_MS });
describeConformance('NewDivider', C.NewDivider, {});
describeConformance(
  'NewPill',
  C.NewPill,
  { count: 2 },
  {
    states: [
      [{}, { 'data-count': '2' }],
      [{ count: 0 }, { 'data-count': '0' }],
    ],
  },
);
describeConformance(
  'SystemLine',
  C.SystemLine,
  { faces: [anna], children: 'Anna joined the chat' },
  {
    states: [
      [{}, { 'data-tone': 'plain' }],
      [{ tone: 'danger' }, { 'data-tone': 'danger' }],
    ],
  },
);
describeConformance(
  'GapRow',
  C.GapRow,
  { status: 'failed', onRetry: nothing },
  {
    states: [
      [{}, { 'data-status': 'failed' }],
      [{ status: 'loading' }, { 'data-status': 'loading' }],
    ],
  },
);

describeConformance(
  'Bubble',
  C.Bubble,
  { side: 'own', children: 'Hello' },
  {
    states: [
      [{}, { 'data-side': 'own', 'data-first': 'true', 'data-last': 'true' }],
      [
        { side: 'other', first: false, last: false },
        { 'data-side': 'other', 'data-first': 'false', 'data-last': 'false' },
      ],
    ],
  },
);
describeConformance('MessageText', C.MessageText, {
  format: 'markdown',
  text: 'A **bold** word, `code`, https://shop.example\n\n- one\n- two\n\n```\nlong\n```',
});
describeConformance(
  'StatusMark',
  C.StatusMark,
  { delivery: { status: 'delivered' } },
  {
    states: [
      [{ delivery: { status: 'received' } }, { 'data-status': 'received' }],
      ...waits.map((delivery) => [{ delivery }, { 'data-status': delivery.status }] as const),
    ],
  },
);
describeConformance(
  'TypingDots',
  C.TypingDots,
  { participants: [anna] },
  {
    states: [
      [{}, { 'data-active': 'true' }],
      [{ participants: [] }, { 'data-active': 'false' }],
    ],
  },
);

describeConformance(
  'QuickReplies',
  C.QuickReplies,
  {
    replies: [
      { type: 'reply', text: 'Yes', payload: 'Y' },
      { type: 'reply', text: 'No', payload: 'N' },
    ],
    chosen: 'Y',
  },
  {
    states: [
      [{}, { 'data-locked': 'true' }],
      [{ chosen: undefined, disabled: true }, { 'data-locked': 'true' }],
      [{ chosen: undefined }, { 'data-locked': 'false' }],
    ],
  },
);
describeConformance('ActionButtons', C.ActionButtons, {
  actions: [
    { type: 'postback', text: 'Track parcel', payload: 'T' },
    { type: 'link', text: 'Opening hours', uri: 'https://shop.example/hours' },
    { type: 'locationRequest', text: 'Share where you are' },
  ],
});
describeConformance('Carousel', C.Carousel, {
  items: [
    { title: 'Small', description: '5 GB', actions: [{ type: 'postback', text: 'Take it', payload: 'S' }] },
    { title: 'Large', actions: [{ type: 'postback', text: 'Take it', payload: 'L' }] },
  ],
});
describeConformance('LocationCard', C.LocationCard, {
  location: { latitude: 48.1, longitude: 11.5, name: 'Branch 7', address: '1 Example Street' },
});
describeConformance('LinkCard', C.LinkCard, { url: 'https://shop.example/a', heading: 'Guide' });
const uploads = [
  [{}, { 'data-status': 'ready' }],
  [{ progress: 0.4 }, { 'data-status': 'uploading' }],
] as const;
describeConformance(
  'ImageAttachment',
  C.ImageAttachment,
  { name: 'a.png', src: undefined, width: 320, height: 200 },
  { states: uploads },
);
describeConformance(
  'FileAttachment',
  C.FileAttachment,
  { name: 'invoice.pdf', sizeBytes: 20_480, href: 'https://shop.example/invoice.pdf' },
  { states: uploads },
);

describeConformance(
  'Composer',
  C.Composer,
  { accept: ['pdf'], text: 'Hello', onSend: () => Promise.reject(new Error('not now')) },
  {
    changes: [
      {
        callback: 'onTextChange',
        act: (root) => void fireEvent.input(textIn(root), { target: { value: 'Hello you' } }),
        value: 'Hello you',
        reason: 'input',
      },
      { callback: 'onTextChange', act: (root) => void fireEvent.submit(root), value: '', reason: 'send' },
      {
        callback: 'onTextChange',
        act: (root) => void fireEvent.submit(root),
        // The text is the caller's own here, and the caller has kept it: it stands below what comes back.
        value: 'Hello\nHello',
        reason: 'return',
      },
    ],
    states: [
      [{}, { 'data-status': 'ready' }],
      [{ offline: true }, { 'data-status': 'offline' }],
      [{ locked: true }, { 'data-status': 'locked' }],
    ],
  },
);
describeConformance('AttachmentChips', C.AttachmentChips, {
  files: [new File(['x'], 'a.pdf', { type: 'application/pdf' })],
  onRemove: nothing,
});

describeConformance(
  'IdleWarning',
  C.IdleWarning,
  { endsAtMs: NOW_MS, graceMs: 60_000 },
  {
    states: [
      [{}, { 'data-over': 'true' }],
      [{ endsAtMs: 1e13 }, { 'data-over': 'false' }],
    ],
  },
);
describeConformance(
  'ConnectionBanner',
  C.ConnectionBanner,
  { connection: { status: 'failed', reason: 'SERVER_UNREACHABLE', message: '' }, onTryNow: nothing },
  {
    states: [
      [{}, { 'data-status': 'failed' }],
      [{ connection: { status: 'connecting', sinceMs: 0 } }, { 'data-status': 'connecting' }],
      [{ connection: { status: 'connected', sinceMs: 0 } }, { 'data-status': 'connected' }],
      [{ connection: { status: 'idle' } }, { 'data-status': 'idle' }],
      [{ connection: { status: 'closed' } }, { 'data-status': 'closed' }],
    ],
  },
);
describeConformance('EndedCard', C.EndedCard, { onContinue: nothing, onNewChat: nothing });
describeConformance('EmptyState', C.EmptyState, { participants: [anna] });
describeConformance('ErrorState', C.ErrorState, { onRetry: nothing });

/** Components without an element of their own, so without these rules; each has its own tests. */
const ROOTLESS = ['Announcer', 'ErrorBoundary', 'OwnCards', 'WordsProvider'];

test('every component of the door keeps the rules: a new one is put into the table above', () => {
  const components = Object.entries(C).flatMap(([name, value]) =>
    /^[A-Z]/.test(name) && (typeof value === 'function' || typeof value === 'object') ? [name] : [],
  );
  expect([...shown.keys(), ...ROOTLESS].toSorted()).toEqual(components.toSorted());
});

test('docs/components.md names every component, and each state that its root shows', () => {
  const documented = readReference(reference);
  expect([...documented.keys()].toSorted()).toEqual([...shown.keys()].toSorted());
  for (const [name, attributes] of documented)
    expect([name, sorted(attributes)]).toEqual([name, sorted(shown.get(name))]);
});

test('docs/components.md names every change callback, and each of its reasons', () => {
  const rows = [...reference.matchAll(/^\| `(\w+\.on\w+Change)\(.*?\)` +\| (.*?) +\|/gm)];
  const documented = rows.map(([, name = '', cell = '']): [string, string[]] => [
    name,
    [...cell.matchAll(/`([\w-]+)`/g)].map(([, reason = '']) => reason).toSorted(),
  ]);
  const told = [...reasons].map(([name, each]): [string, string[]] => [name, [...each].toSorted()]);
  expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(told));
});

test('a component with a change callback has it in the table above', () => {
  const sources: Record<string, string> = import.meta.glob('../../src/components/**/*.tsx', {
    eager: true,
    query: '?raw',
    import: 'default',
  });
  const named = Object.entries(sources).flatMap(([file, text]) =>
    [...text.matchAll(/^ {2}readonly (on\w+Change)\?:/gm)].map(([, callback]) => {
      const [name = ''] = file.split('/').at(-1)?.split('.') ?? [];
      return `${name}.${callback}`;
    }),
  );
  expect(named.toSorted()).toEqual([...reasons.keys()].toSorted());
});

function textIn(root: HTMLElement): HTMLTextAreaElement {
  const field = root.querySelector('textarea');
  if (!field) throw new Error('no field');
  return field;
}

function sorted(attributes: ReadonlyMap<string, ReadonlySet<string>> = new Map()): Record<string, string[]> {
  return Object.fromEntries(
    [...attributes].map(([attribute, values]) => [
      attribute,
      // A number is documented as one.
      [...new Set([...values].map((value) => value.replace(/^\d+$/, 'number')))].toSorted(),
    ]),
  );
}
