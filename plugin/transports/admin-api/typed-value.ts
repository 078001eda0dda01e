import { PSDateTime, PSGuid, PSTimeSpan, type PSValue } from '../../../psrp';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?$/;
const TIME_SPAN = /^(-)?(?:(\d{1,8})\.)?(\d{2}):([0-5]\d):([0-5]\d)(?:\.(\d{1,7}))?$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const NULLABLE = /^System\.Nullable`1\[+([\w.]+(?:\[\])?)/;

/**
 * A scalar as the .NET type says that stands beside it (`X@data.type`). A value that does not look like its type stays
 * what it is: Exchange sends many types as the text that it would display.
 */
export function typedValue(value: string, type: string): PSValue {
  switch (type) {
    case 'System.Guid':
      return GUID.test(value) ? new PSGuid(value) : value;
    case 'System.DateTime':
    case 'System.DateTimeOffset':
    case 'Microsoft.Exchange.ExchangeSystem.ExDateTime':
      return parseDateTime(value) ?? value;
    case 'System.TimeSpan':
    case 'Microsoft.Exchange.Data.EnhancedTimeSpan':
      return parseTimeSpan(value) ?? value;
    case 'System.Byte[]':
      return BASE64.test(value) ? new Uint8Array(Buffer.from(value, 'base64')) : value;
    case 'System.Int64':
    case 'System.UInt64':
      return parseInt64(value) ?? value;
    default: {
      const inner = type.startsWith('System.Nullable`1') ? NULLABLE.exec(type)?.[1] : undefined;
      return inner === undefined ? value : typedValue(value, inner);
    }
  }
}

/** A time as .NET writes it; without a zone it is UTC, which is what Exchange Online's servers run in. */
function parseDateTime(text: string): PSDateTime | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, time, fraction, zone] = match;
  const milliseconds = Date.parse(`${String(time)}${zone ?? 'Z'}`);
  if (Number.isNaN(milliseconds)) return undefined;
  const nanos = fraction === undefined ? 0 : Number(fraction.padEnd(9, '0'));
  return new PSDateTime(milliseconds / 1000, nanos);
}

/** A span as TimeSpan.ToString("c") writes it: [-][d.]hh:mm:ss[.fffffff]. */
function parseTimeSpan(text: string): PSTimeSpan | undefined {
  const match = TIME_SPAN.exec(text);
  if (!match) return undefined;
  const [, minus, days, hours, minutes, seconds, fraction] = match;
  const sign = minus === undefined ? 1 : -1;
  const whole = Number(days ?? 0) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const nanos = fraction === undefined ? 0 : Number(fraction.padEnd(9, '0'));
  return new PSTimeSpan(whole === 0 ? 0 : sign * whole, nanos === 0 ? 0 : sign * nanos);
}

function parseInt64(text: string): number | bigint | undefined {
  if (!/^-?\d{1,20}$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}
