/** 1,234 */
export const count = (value: number): string => value.toLocaleString('en');

/** 1 device, 2 devices */
export const counted = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Date and time as the browser's user writes them. */
export function dateTime(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? '' : at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
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

/** 1.2 s, 5 min, 24 h */
export function duration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms))} ms`;
  if (ms < 120_000) return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  if (ms < 7_200_000) return `${String(Math.round(ms / 60_000))} min`;
  return ms % 86_400_000 === 0 ? counted(ms / 86_400_000, 'day') : `${String(Math.round(ms / 3_600_000))} h`;
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
