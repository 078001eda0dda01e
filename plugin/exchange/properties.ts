/**
 * Reads properties of Exchange's objects whatever transport carried them: typed values where the transport keeps types,
 * their usual text where it does not.
 */
import { parseTimestamp, type Property, type Timestamp } from '../../protocol';
import { PSDateTime, PSObject, PSTimeSpan, type PSValue } from '../../psrp';

/** A value as text: what PowerShell would show. */
export function valueText(value: PSValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return wellFormed(value);
  if (value instanceof PSObject) return objectText(value);
  if (value instanceof PSTimeSpan) return `${String(value.seconds)}s`;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (isList(value)) return value.map((item) => valueText(item)).join(', ');
  return value instanceof PSDateTime ? value.toString() : String(value);
}

/** Half a surrogate pair, which a device name may have, cannot be written as UTF-8: hosts would refuse the message. */
const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\uFFFD');

const isList = (value: PSValue): value is readonly PSValue[] => Array.isArray(value);

/** An object over a wire has its ToString; one of the admin API may have a Name or a Value instead. */
function objectText(value: PSObject): string {
  if (value.text !== undefined) return wellFormed(value.text);
  const inner = value.get('Value') ?? value.get('Name');
  return inner instanceof PSObject ? '' : valueText(inner);
}

/** A property as text; empty if it is null or absent. */
export function text(object: PSObject, name: string): string {
  return valueText(object.get(name));
}

/** A GUID in lower case with hyphens; empty if it is null, absent, or all zeros. */
export function guid(object: PSObject, name: string): string {
  const value = text(object, name).replace(/[{}]/g, '').toLowerCase();
  return value === '00000000-0000-0000-0000-000000000000' ? '' : value;
}

/** A Boolean; undefined if the server did not state it. */
export function flag(object: PSObject, name: string): boolean | undefined {
  const value = object.get(name);
  if (typeof value === 'boolean') return value;
  const word = valueText(value).toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : undefined;
}

/** A whole number that is not negative; undefined if the server did not state one. */
export function count(object: PSObject, name: string): number | undefined {
  const value = object.get(name);
  const number =
    typeof value === 'number' ? value : /^\d{1,15}$/.test(valueText(value)) ? Number(valueText(value)) : NaN;
  return Number.isInteger(number) && number >= 0 && number <= 0xffffffff ? number : undefined;
}

/** A time; undefined if the server did not state one. A time without a zone is UTC: Exchange's times are. */
export function time(object: PSObject, name: string): Timestamp | undefined {
  return valueTime(object.get(name));
}

function valueTime(value: PSValue | undefined): Timestamp | undefined {
  if (value instanceof PSDateTime) return isMinimum(value) ? undefined : { seconds: value.seconds, nanos: value.nanos };
  const word = valueText(value).trim();
  if (word === '') return undefined;
  const parsed = parseTimestamp(word) ?? parseTimestamp(`${word}Z`);
  return parsed && !isMinimum(parsed) ? parsed : undefined;
}

/** .NET's DateTime.MinValue, 0001-01-01, stands for "never". */
const isMinimum = (value: Timestamp): boolean => value.seconds <= -62_135_596_800;

/** The members of a collection as text; one for a single value, none for null. */
export function list(object: PSObject, name: string): readonly string[] {
  const value = object.get(name);
  if (value === null || value === undefined || value === '') return [];
  return isList(value) ? value.map((item) => valueText(item)) : [valueText(value)];
}

/** Properties that say nothing about Exchange: remoting's own, .NET's own, and blobs that are never parsed. */
const NOISE = new Set(
  [
    'RunspaceId',
    'PSComputerName',
    'PSShowComputerName',
    'PSSourceJobInstanceId',
    'IsValid',
    'ObjectState',
    'SerializationData',
    'RecoveryPassword',
    'MailboxLogReport',
  ].map((name) => name.toLowerCase()),
);

/**
 * The properties that have no field of their own, by name, and those whose value could not be typed: nothing that
 * Exchange states is dropped.
 * @param known the properties that were read into fields
 * @param untyped those among them whose value did not fit
 */
export function otherProperties(
  object: PSObject,
  known: ReadonlySet<string>,
  untyped: readonly string[] = [],
): readonly Property[] {
  const kept: Property[] = [];
  for (const [name, value] of object.properties) {
    const key = name.toLowerCase();
    if (NOISE.has(key) || (known.has(key) && !untyped.includes(name))) continue;
    kept.push({ name, values: value === null ? [] : list(object, name) });
  }
  return kept;
}

/** A set of property names for otherProperties. */
export function knownNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}

/** A word of a closed set as Exchange spells it, whatever its case; undefined for others. */
export function word<T extends string>(object: PSObject, name: string, words: readonly T[]): T | undefined {
  const value = text(object, name).toLowerCase();
  return words.find((known) => known.toLowerCase() === value);
}

/** The names of those properties that have a value which none of the readers could type. */
export function untypable(object: PSObject, readers: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(readers)
    .filter(
      ([name, typed]) => typed === undefined && !['', 'unknown', 'none'].includes(text(object, name).toLowerCase()),
    )
    .filter(([name]) => !(object.get(name) instanceof PSDateTime))
    .map(([name]) => name);
}
