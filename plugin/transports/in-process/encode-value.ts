import {
  PSDateTime,
  PSGuid,
  PSObject,
  PSTimeSpan,
  type PSValue,
  PSDictionary,
  PSPrimitive,
  PSSecureString,
} from '../../../psrp';
import { DATE_TIME_KINDS, TAG } from './bridge';
import type { ByteWriter } from './byte-writer';

/** How deep a value may be nested. */
const MAX_DEPTH = 32;
const CREDENTIAL = 'System.Management.Automation.PSCredential';

/**
 * Writes a value for ValueReader.cs. An enum travels as its text, which the parameter converts; a credential and a secure
 * string become real ones on the other side.
 */
export function encodeValue(writer: ByteWriter, value: PSValue, depth = 0): void {
  if (depth > MAX_DEPTH) throw new RangeError(`A parameter is nested more than ${MAX_DEPTH} deep.`);
  if (value === null) writer.byte(TAG.null);
  else if (typeof value === 'boolean') writer.byte(value ? TAG.true : TAG.false);
  else if (typeof value === 'number') encodeNumber(writer, value);
  else if (typeof value === 'bigint') encodeBigInt(writer, value);
  else if (typeof value === 'string') {
    writer.byte(TAG.text);
    writer.text(value);
  } else encodeObject(writer, value, depth);
}

function encodeNumber(writer: ByteWriter, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    writer.byte(TAG.double);
    writer.double(value);
  } else if (value === (value | 0)) {
    writer.byte(TAG.int32);
    writer.int32(value);
  } else {
    writer.byte(TAG.int64);
    writer.int64(BigInt(value));
  }
}

function encodeBigInt(writer: ByteWriter, value: bigint): void {
  const unsigned = value >= 2n ** 63n;
  if (value < -(2n ** 63n) || value >= 2n ** 64n) throw new RangeError(`${value} does not fit 64 bits.`);
  writer.byte(unsigned ? TAG.uint64 : TAG.int64);
  writer.int64(value);
}

function encodeObject(writer: ByteWriter, value: Extract<PSValue, object>, depth: number): void {
  if (value instanceof PSDateTime) {
    writer.byte(TAG.dateTime);
    writer.double(value.seconds);
    writer.int32(Math.trunc(value.nanos / 100));
    writer.byte(DATE_TIME_KINDS.indexOf(value.kind));
  } else if (value instanceof PSTimeSpan) {
    writer.byte(TAG.timeSpan);
    writer.double(value.seconds);
    writer.int32(Math.trunc(value.nanos / 100));
  } else if (value instanceof PSGuid) {
    writer.byte(TAG.guid);
    writer.text(value.text);
  } else if (value instanceof Uint8Array) {
    writer.byte(TAG.bytes);
    writer.bytes(value);
  } else if (value instanceof PSPrimitive) {
    writer.byte(TAG.primitive);
    writer.text(value.tag);
    writer.text(value.text);
  } else if (value instanceof PSSecureString) {
    writer.byte(TAG.secureText);
    writer.text(value.reveal());
  } else encodeComposite(writer, value, depth);
}

function encodeComposite(writer: ByteWriter, value: PSDictionary | PSObject | readonly PSValue[], depth: number): void {
  if (value instanceof PSDictionary) {
    writer.byte(TAG.dictionary);
    writer.count(value.entries.size);
    for (const [key, entry] of value.entries) {
      encodeValue(writer, key, depth + 1);
      encodeValue(writer, entry, depth + 1);
    }
  } else if (value instanceof PSObject) encodePSObject(writer, value, depth);
  else {
    writer.byte(TAG.list);
    writer.count(value.length);
    for (const member of value) encodeValue(writer, member, depth + 1);
  }
}

function encodePSObject(writer: ByteWriter, value: PSObject, depth: number): void {
  const password = value.get('Password');
  if (value.isOfType(CREDENTIAL) && password instanceof PSSecureString) {
    writer.byte(TAG.credential);
    writer.text(String(value.get('UserName')));
    writer.text(password.reveal());
  } else if (value.isOfType('System.Enum')) {
    encodeValue(writer, value.text ?? value.value ?? null, depth + 1);
  } else {
    writer.byte(TAG.object);
    writer.count(value.properties.size);
    for (const [name, property] of value.properties) {
      writer.text(name);
      encodeValue(writer, property, depth + 1);
    }
  }
}
