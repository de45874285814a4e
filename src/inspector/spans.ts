/** A span as digits, `1:05` or `1:01:05`; less than nothing is nothing. */
export function writeSpan(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** How far a clock is from another one: `+1.250 s`, the sign always there. */
export function writeSkew(ms: number): string {
  return `${ms < 0 ? '-' : '+'}${(Math.abs(ms) / 1000).toFixed(3)} s`;
}

/** A moment of the day, to the millisecond, UTC: `12:00:01.500`. */
export function writeMoment(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
