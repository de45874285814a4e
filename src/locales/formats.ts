import { later } from './later.ts';

const DAY_MS = 86_400_000;
const FILE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How times, dates, spans and sizes are written in one locale. Makers are costly: keep one per locale. */
export interface Formats {
  /** Clock time: "14:05". */
  readonly time: (atMs: number) => string;
  /** Date and time in full, for tooltips and screen readers. */
  readonly moment: (atMs: number) => string;
  /** A date line: today and yesterday by name, then the weekday within a week, then the date. */
  readonly day: (atMs: number, nowMs: number) => string;
  /** Changes with the calendar day, for grouping; not for showing. */
  readonly dayKey: (atMs: number) => string;
  /** A remaining span in digits: "1:05". Rounded up to whole seconds, never negative. */
  readonly countdown: (remainingMs: number) => string;
  /** The same in words: "1 minute, 5 seconds". */
  readonly span: (remainingMs: number) => string;
  /** "1.4 MB", in powers of 1000 as Intl names them. */
  readonly fileSize: (bytes: number) => string;
  readonly number: (value: number) => string;
}

/** @param timeZone IANA name; default the reader's own. Throws a `RangeError` where there is no such zone. */
export function createFormats(locale: string, named: NamedDays, timeZone?: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) =>
    later(() => new Intl.DateTimeFormat(locale, { ...options, ...(timeZone !== undefined && { timeZone }) }));
  const numbers = (options?: Intl.NumberFormatOptions): (() => Intl.NumberFormat) =>
    later(() => new Intl.NumberFormat(locale, options));
  const time = dates({ hour: 'numeric', minute: '2-digit' });
  const moment = dates({ dateStyle: 'full', timeStyle: 'short' });
  const weekday = dates({ weekday: 'long' });
  const date = dates({ dateStyle: 'long' });
  const shortDate = dates({ dateStyle: 'short' });
  const number = numbers();
  const twoDigits = numbers({ minimumIntegerDigits: 2 });
  const list = later(() => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }));
  const count = (unit: string, value: number, unitDisplay: 'long' | 'short'): string =>
    numbers({ style: 'unit', unit, unitDisplay, maximumFractionDigits: 1 })().format(value);
  // A zone that does not exist is told at once, not with the first message.
  if (timeZone !== undefined) time();

  // Of one's own zone a date knows the day without Intl.
  const dayKey = (atMs: number): string =>
    timeZone === undefined ? new Date(atMs).toDateString() : shortDate().format(atMs);
  return {
    time: (atMs) => time().format(atMs),
    moment: (atMs) => moment().format(atMs),
    dayKey,
    day(atMs, nowMs) {
      if (dayKey(atMs) === dayKey(nowMs)) return named.today;
      if (dayKey(atMs) === dayKey(nowMs - DAY_MS)) return named.yesterday;
      const isThisWeek = atMs < nowMs && nowMs - atMs < 6 * DAY_MS;
      return (isThisWeek ? weekday : date)().format(atMs);
    },
    countdown(remainingMs) {
      const seconds = wholeSeconds(remainingMs);
      return `${number().format(Math.floor(seconds / 60))}:${twoDigits().format(seconds % 60)}`;
    },
    span(remainingMs) {
      const seconds = wholeSeconds(remainingMs);
      const minutes = Math.floor(seconds / 60);
      const parts = minutes > 0 ? [count('minute', minutes, 'long')] : [];
      if (seconds % 60 > 0 || minutes === 0) parts.push(count('second', seconds % 60, 'long'));
      return list().format(parts);
    },
    fileSize(bytes) {
      const power = Math.min(FILE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
      return count(FILE_UNITS[power] ?? 'byte', bytes / 1000 ** power, power === 0 ? 'long' : 'short');
    },
    number: (value) => number().format(value),
  };
}

/** The two days that have names of their own. */
export type NamedDays = { readonly today: string; readonly yesterday: string };

function wholeSeconds(remainingMs: number): number {
  return Math.max(0, Math.ceil(remainingMs / 1000));
}
