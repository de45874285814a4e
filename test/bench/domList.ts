import type { BenchMessage } from './benchMessages.ts';
import { BARE_CLASSES, clockTime, knownSize, showBareStyles } from './bareRow.ts';
import type { Subject } from './subject.ts';

let scroller: HTMLElement | undefined;
let rows: HTMLElement | undefined;
let field: HTMLElement | undefined;
let isAsked = false;

/** Every row in the document, by hand and without a framework: what a browser costs that draws them all. */
export default {
  mount(container, messages): void {
    showBareStyles();
    scroller = make('div', BARE_CLASSES.scroller);
    rows = make('div');
    field = make('textarea');
    rows.append(...messages.map(row));
    scroller.append(rows);
    const root = make('div', BARE_CLASSES.root);
    root.append(scroller, field);
    container.append(root);
    toEnd();
  },
  append(message): void {
    rows?.append(row(message));
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(toEnd);
  },
  prepend(messages): void {
    const before = scroller?.scrollHeight ?? 0;
    const isAtTop = scroller?.scrollTop === 0;
    rows?.prepend(...messages.map(row));
    // Elsewhere the browser keeps the place by itself.
    if (isAtTop && scroller) scroller.scrollTop = scroller.scrollHeight - before;
  },
  getScroller: () => scroller ?? null,
  getComposer: () => field ?? null,
} satisfies Subject;

function toEnd(): void {
  isAsked = false;
  if (scroller) scroller.scrollTop = 1e9;
}

function row({ dir, text, ts, quick = [], media }: BenchMessage): HTMLElement {
  const line = make('div', `${BARE_CLASSES.row} ${dir}`);
  const bubble = make('div', BARE_CLASSES.bubble);
  if (media) bubble.append(Object.assign(new Image(), { src: media.url, ...knownSize(media) }));
  bubble.append(make('div', '', text), ...quick.map((words) => make('button', '', words)));
  bubble.append(make('time', '', clockTime(ts)));
  line.append(bubble);
  return line;
}

function make(tag: string, className = '', text = ''): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
