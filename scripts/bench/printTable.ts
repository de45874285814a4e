import { AXES } from './axes.ts';
import type { Axis } from './axes.ts';
import type { Figures } from './measureSubject.ts';

/** The chat itself: on React as an application has it, and as the script tag ships it. */
const OWN = ['ours', 'widget'];
/** What they are held against: the leanest window of rows, and all rows in the document by hand. */
const MEASURES = ['virtua', 'dom'];

/** The figures side by side, as a table of Markdown; the chat also as a ratio to what it is held against. */
export function printTable(subjects: Readonly<Record<string, Figures>>): string {
  const names = Object.keys(subjects);
  const pairs = OWN.flatMap((own) => MEASURES.map((other) => [own, other] as const)).filter((pair) =>
    pair.every((name) => names.includes(name)),
  );
  const heads = ['', ...names, ...pairs.map((pair) => pair.join(' / '))];
  const lines = AXES.map((axis) => [
    axis.unit === '' ? axis.words : `${axis.words}, ${axis.unit}`,
    ...names.map((name) => shown(axis, subjects[name]?.[axis.name])),
    ...pairs.map(([own, other]) => ratio(axis, subjects[own]?.[axis.name], subjects[other]?.[axis.name])),
  ]);
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [row(heads), row(rule), ...lines.map(row)].join('\n');
}

function shown({ digits }: Axis, value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : value.toFixed(digits);
}

/** Only what costs has a ratio: a share or a distance has none. */
function ratio({ unit }: Axis, own: number | undefined, other: number | undefined): string {
  if (!['ms', 'MB'].includes(unit) || own === undefined || !other) return '';
  return (own / other).toFixed(2);
}
