/** A point in time: whole seconds since 1970-01-01 UTC, and nanoseconds. The shape of google.protobuf.Timestamp. */
export interface Timestamp {
  readonly seconds: number;
  readonly nanos: number;
}

const RFC3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|z|[+-]\d{2}:\d{2})$/;

/** Parses an RFC 3339 time with up to nine fraction digits; undefined if it is none. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, date, time, fraction, zone] = match;
  const milliseconds = Date.parse(`${String(date)}T${String(time)}${String(zone).toUpperCase()}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return { seconds: milliseconds / 1000, nanos: Number((fraction ?? '').padEnd(9, '0')) };
}

/** Formats a time as RFC 3339 in UTC with as many fraction digits (none, 3, 6 or 9) as it needs. */
export function formatTimestamp(time: Timestamp): string {
  const whole = new Date(time.seconds * 1000).toISOString().slice(0, 19);
  if (time.nanos === 0) return `${whole}Z`;
  const digits = String(time.nanos).padStart(9, '0');
  return `${whole}.${digits.replace(/(?:000){1,2}$/, '')}Z`;
}

/** The time that a count of milliseconds since 1970 stands for, as Date.now() gives it. */
export function timestampFromMs(milliseconds: number): Timestamp {
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanos: Math.round((milliseconds - seconds * 1000) * 1e6) };
}

/** The time in milliseconds since 1970; what is finer than a millisecond is cut off. */
export function timestampToMs(time: Timestamp): number {
  return time.seconds * 1000 + Math.floor(time.nanos / 1e6);
}

/** Orders times: negative if `a` is before `b`. */
export function compareTimestamps(a: Timestamp, b: Timestamp): number {
  return a.seconds - b.seconds || a.nanos - b.nanos;
}
