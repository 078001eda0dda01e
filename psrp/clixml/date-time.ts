import { PSDateTime } from '../ps-object';

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,7})\d*)?(Z|[+-]\d{2}:\d{2})?$/;

/** A DateTime as XmlConvert reads it in RoundtripKind: to 100 ns, with its kind; undefined if it is none. */
export function parseDateTime(text: string): PSDateTime | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  if (days === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const nanos = fraction === undefined ? 0 : Number(fraction.padEnd(7, '0')) * 100;
  if (zone === undefined) return new PSDateTime(seconds, nanos, 'Unspecified');
  if (zone === 'Z') return new PSDateTime(seconds, nanos);
  const offset = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  if (offset > 14 * 60) return undefined;
  const offsetMinutes = zone.startsWith('-') ? -offset : offset;
  return new PSDateTime(seconds - offsetMinutes * 60, nanos, 'Local', offsetMinutes);
}

/** A DateTime as XmlConvert writes it in RoundtripKind: no more fraction digits than needed. */
export function formatDateTime(value: PSDateTime): string {
  const wall = new Date((value.seconds + value.offsetMinutes * 60) * 1000);
  const year = wall.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`A DateTime cannot hold the year ${year}`);
  const ticks = Math.floor(value.nanos / 100);
  const fraction = ticks === 0 ? '' : `.${String(ticks).padStart(7, '0').replace(/0+$/, '')}`;
  return wall.toISOString().slice(0, 19) + fraction + zoneOf(value);
}

function zoneOf(value: PSDateTime): string {
  if (value.kind === 'Unspecified') return '';
  if (value.kind === 'Utc') return 'Z';
  const minutes = Math.abs(value.offsetMinutes);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${value.offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days from 1970-01-01 in the Gregorian calendar; undefined if there is no such day. */
function daysFromCivil(year: number, month: number, day: number): number | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 && leap ? 29 : MONTH_DAYS[month - 1];
  if (length === undefined || day < 1 || day > length) return undefined;
  // Howard Hinnant's days_from_civil: years that begin in March, so that the leap day comes last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
