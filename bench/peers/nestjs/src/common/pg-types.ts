import { types } from 'pg';

/** Reads days and instants as the texts of RFC 3339: a `Date` costs more, and would lose the microseconds. */
export function readTimesAsText(): void {
  types.setTypeParser(types.builtins.DATE, (day: string) => day);
  types.setTypeParser(types.builtins.TIMESTAMPTZ, instant);
}

// `2026-03-01 06:30:00.5+00`, since sessions are in UTC, is 2026-03-01T06:30:00.500Z.
function instant(text: string): string {
  const seconds = `${text.slice(0, 10)}T${text.slice(11, 19)}`;
  const fraction = text.slice(20, -3);
  if (!fraction) {
    return `${seconds}Z`;
  }
  return `${seconds}.${fraction.padEnd(fraction.length > 3 ? 6 : 3, '0')}Z`;
}
