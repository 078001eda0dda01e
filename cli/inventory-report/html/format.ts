import { html, type Html } from './markup';

export { count } from '../../terminal/words';

/** A share of a whole: 42 %, 0.3 %, <0.1 %; a dash where there is no whole. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '–';
  const value = (part / whole) * 100;
  if (part > 0 && value < 0.1) return '<0.1 %';
  const isShort = value === 0 || value === 100 || (value >= 10 && value < 99.5);
  return `${isShort ? String(Math.round(value)) : value.toFixed(1)} %`;
}

/** A time for a person, in UTC: 2026-11-22 08:30. */
export function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}

/** A time as an element; a dash for none. */
export function timeElement(time: string | undefined): Html {
  return time === undefined ? html`–` : html`<time datetime="${time}">${minute(time)}</time>`;
}
