import { ProtocolError } from '../errors/protocol-error';
import { parseNumber } from '../clixml/number-text';
import { PSObject, type PSValue } from '../ps-object';
import { PSPrimitive, type PrimitiveTag, type NumberTag } from '../values/ps-primitive';

/** The payload of a message, which must be an object. */
export function payloadObject(value: PSValue | undefined, message: string): PSObject {
  if (value instanceof PSObject) return value;
  throw new ProtocolError('payload', `${message} is not an object`);
}

/** A whole number; enums give theirs. */
export function integerField(object: PSObject, name: string): number | undefined {
  const value = object.get(name);
  const number = plainNumber(value instanceof PSObject ? value.value : value);
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

/** A whole number that must be there. */
export function requiredInteger(object: PSObject, name: string, message: string): number {
  const value = integerField(object, name);
  if (value === undefined) throw new ProtocolError('payload', `${message} has no number ${name}`);
  return value;
}

const NUMBER_TAGS: ReadonlySet<string> = new Set(['By', 'SB', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64', 'Sg', 'Db']);

function isNumberTag(tag: PrimitiveTag): tag is NumberTag {
  return NUMBER_TAGS.has(tag);
}

/** A number without its exact type, if it came with it (`exactNumbers`); other values as they are. */
export function plainNumber(value: PSValue | undefined): PSValue | undefined {
  if (!(value instanceof PSPrimitive)) return value;
  const { tag, text } = value;
  return isNumberTag(tag) ? parseNumber(tag, text) : value;
}

/** A call id: any 64-bit integer. */
export function callIdField(object: PSObject, message: string): number | bigint {
  const value = plainNumber(object.get('ci'));
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  throw new ProtocolError('payload', `${message} has no call id`);
}

/** A text; undefined if it is null or absent. Values of other types give what PowerShell would show. */
export function textField(object: PSObject, name: string): string | undefined {
  const value = object.get(name);
  if (value === null || value === undefined) return undefined;
  return typeof value === 'object' && Array.isArray(value) ? undefined : String(value);
}

/** A Boolean; false if it is absent. */
export function flagField(object: PSObject, name: string): boolean {
  return object.get(name) === true;
}

/** The members of a list; none if it is absent. */
export function listField(object: PSObject, name: string): readonly PSValue[] {
  const value = object.get(name);
  if (Array.isArray(value)) return value as readonly PSValue[];
  return value instanceof PSObject && Array.isArray(value.value) ? (value.value as readonly PSValue[]) : [];
}
