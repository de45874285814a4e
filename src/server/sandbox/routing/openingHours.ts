import type { Hours } from '../../../protocol/desk/index.ts';

/** Whether `atMs` falls into the hours; no hours: always. A span whose end is not after its start reaches to midnight. */
export function isOpen(hours: Hours | undefined, atMs: number): boolean {
  if (!hours) return true;
  const { day, time } = localTime(hours.timeZone, atMs);
  return hours.spans.some(
    (span) => span.day === day && span.from <= time && (time < span.to || span.to <= span.from),
  );
}

/** Whether the platform knows this time zone. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function localTime(timeZone: string, atMs: number): { readonly day: string; readonly time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(atMs);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return { day: part('weekday').toLowerCase(), time: `${part('hour')}:${part('minute')}` };
}
