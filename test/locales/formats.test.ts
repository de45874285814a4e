import { describe, expect, test, vi } from 'vitest';
import { createFormats, createLanguage } from '../../src/locales/index.ts';

const days = { today: 'Today', yesterday: 'Yesterday' };
const english = createFormats('en-GB', days, 'UTC');
const german = createFormats('de', { today: 'Heute', yesterday: 'Gestern' }, 'Europe/Berlin');
const nowMs = Date.UTC(2026, 10, 21, 12);

describe('formats', () => {
  test('nothing of Intl is made before it is asked for: it would hold up the page that opens a chat', () => {
    const dates = vi.spyOn(Intl, 'DateTimeFormat');
    const numbers = vi.spyOn(Intl, 'NumberFormat');
    const formats = createLanguage('de').formats;
    expect(dates).not.toHaveBeenCalled();
    expect(numbers).not.toHaveBeenCalled();
    formats.time(nowMs);
    formats.time(nowMs);
    expect(dates).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  test('a zone that does not exist is refused at once', () => {
    expect(() => createFormats('en', days, 'Mars/Base')).toThrow(RangeError);
  });

  test("a clock time is in the reader's zone", () => {
    expect(english.time(nowMs)).toBe('12:00');
    expect(german.time(nowMs)).toBe('13:00');
  });

  test.each([
    [Date.UTC(2026, 10, 21, 0, 1), 'Today'],
    [Date.UTC(2026, 10, 20, 23, 59), 'Yesterday'],
    [Date.UTC(2026, 10, 17, 9), 'Tuesday'],
    [Date.UTC(2026, 10, 10, 9), '10 November 2026'],
    [Date.UTC(2026, 10, 22, 9), '22 November 2026'],
  ])('a date line names the day as people do (%s)', (atMs, expected) => {
    expect(english.day(atMs, nowMs)).toBe(expected);
  });

  test("in the reader's own zone a day is one of the calendar, and costs no Intl", () => {
    const dates = vi.spyOn(Intl, 'DateTimeFormat');
    const own = createFormats('ar', days);
    const noon = new Date(2026, 10, 21, 12).getTime();
    expect(own.day(new Date(2026, 10, 21, 0, 1).getTime(), noon)).toBe('Today');
    expect(own.day(new Date(2026, 10, 20, 23, 59).getTime(), noon)).toBe('Yesterday');
    expect(own.dayKey(noon)).not.toBe(own.dayKey(new Date(2027, 10, 21, 12).getTime()));
    expect(dates).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test.each([
    [65_000, '1:05', '1 minute 5 seconds'],
    [60_000, '1:00', '1 minute'],
    [59_001, '1:00', '1 minute'],
    [1, '0:01', '1 second'],
    [0, '0:00', '0 seconds'],
    [-5, '0:00', '0 seconds'],
  ])('%s ms remain as digits and as words', (remainingMs, digits, words) => {
    expect(english.countdown(remainingMs)).toBe(digits);
    expect(english.span(remainingMs).replace(',', '')).toBe(words);
  });

  test('sizes are short and in the language', () => {
    expect(english.fileSize(0)).toBe('0 bytes');
    expect(english.fileSize(1400)).toBe('1.4 kB');
    expect(german.fileSize(52_428_800)).toBe('52,4 MB');
  });
});
