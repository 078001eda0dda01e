/** 1,234 */
export const count = (value: number): string => value.toLocaleString('en');

/** 1 device, 2 devices */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

const DATE_TIME: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** Date, time and time zone as the browser's user writes them. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleString(undefined, DATE_TIME);
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** 5 minutes ago, in 2 hours, just now; empty for no time. */
export function ago(iso: string, now: number): string {
  const passed = now - Date.parse(iso);
  if (Number.isNaN(passed)) return '';
  const found = UNITS.find(([, size]) => Math.abs(passed) >= size);
  if (!found) return passed >= 0 ? 'just now' : 'in a moment';
  const [unit, ms] = found;
  const text = counted(Math.round(Math.abs(passed) / ms), unit);
  return passed >= 0 ? `${text} ago` : `in ${text}`;
}

/** 1.2 s, 5 min, 2 h 30 min, 1 day: the two largest units, which is exact for every interval that people set. */
export function duration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  const seconds = Math.round(ms / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), (days: number) => counted(days, 'day')],
    [Math.floor(seconds / 3600) % 24, (hours: number) => `${String(hours)} h`],
    [Math.floor(seconds / 60) % 60, (minutes: number) => `${String(minutes)} min`],
    [seconds % 60, (rest: number) => `${String(rest)} s`],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, words]) => words(amount))
    .join(' ');
}

/** AWAITING_APPROVAL as Awaiting approval. */
export function spoken(constant: string): string {
  const words = constant.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** deviceAccessState as Device access state. */
export function fieldName(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\b(os|imei|eas|owa|id|guid|smtp|utc)\b/gi, (word) =>
    word.toUpperCase(),
  );
}
