import { PSTimeSpan } from '../ps-object';

const DURATION =
  /^(-)?P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?$/;

/** The most that a TimeSpan can hold, in whole seconds. */
const MAX_SECONDS = 922_337_203_685;

/** A TimeSpan from an xs:duration. A year counts 365 days and a month 30, as .NET has it; undefined if it is none. */
export function parseTimeSpan(text: string): PSTimeSpan | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const part = (index: number): number => Number(match[index] ?? 0);
  const days = part(2) * 365 + part(3) * 30 + part(4);
  const seconds = days * 86_400 + part(5) * 3600 + part(6) * 60 + part(7);
  if (seconds > MAX_SECONDS) return undefined;
  const nanos = Number((match[8] ?? '').padEnd(7, '0')) * 100;
  const negative = match[1] !== undefined;
  return new PSTimeSpan(signed(seconds, negative), signed(nanos, negative));
}

/** Keeps zero from becoming minus zero. */
function signed(value: number, negative: boolean): number {
  return negative && value !== 0 ? -value : value;
}

/** A TimeSpan as an xs:duration, with days as the largest part, as XmlConvert writes it. */
export function formatTimeSpan(value: PSTimeSpan): string {
  const total = Math.abs(value.seconds);
  if (total > MAX_SECONDS) throw new RangeError(`A TimeSpan cannot hold ${value.seconds} s`);
  const ticks = Math.floor(Math.abs(value.nanos) / 100);
  const negative = value.seconds < 0 || value.nanos < 0;
  const unit = (amount: number, letter: string): string => (amount === 0 ? '' : `${amount}${letter}`);
  const fraction = ticks === 0 ? '' : `.${String(ticks).padStart(7, '0').replace(/0+$/, '')}`;
  const seconds = total % 60 === 0 && ticks === 0 ? '' : `${total % 60}${fraction}S`;
  const hours = unit(Math.floor((total % 86_400) / 3600), 'H');
  const clock = hours + unit(Math.floor((total % 3600) / 60), 'M') + seconds;
  const text = unit(Math.floor(total / 86_400), 'D') + (clock === '' ? '' : `T${clock}`);
  return `${negative ? '-' : ''}P${text === '' ? 'T0S' : text}`;
}
