import { type Primitive, PSDateTime, PSGuid, PSTimeSpan } from '../ps-object';
import { SessionKeyError } from '../errors/session-key-error';
import { PSPrimitive } from '../values/ps-primitive';
import { utf16Bytes, type SecureStringCipher } from '../values/ps-secure-string';
import { base64Encode } from '../wire/base64';
import { formatDateTime } from './date-time';
import { xmlText } from './escape';
import { formatNumber, impliedNumberTag } from './number-text';
import { PRIMITIVE_READERS } from './read-primitive';
import { formatTimeSpan } from './time-span';

/** The element of a primitive, with these attributes. */
export function writePrimitive(value: Primitive, attributes: string, cipher: SecureStringCipher | undefined): string {
  if (typeof value === 'string') return `<S${attributes}>${xmlText(value)}</S>`;
  if (value === null) return `<Nil${attributes} />`;
  if (typeof value === 'boolean') return `<B${attributes}>${value ? 'true' : 'false'}</B>`;
  if (typeof value === 'number' || typeof value === 'bigint') return writeNumber(value, attributes);
  if (value instanceof PSDateTime) return `<DT${attributes}>${formatDateTime(value)}</DT>`;
  if (value instanceof PSGuid) return `<G${attributes}>${xmlText(value.text)}</G>`;
  if (value instanceof PSTimeSpan) return `<TS${attributes}>${formatTimeSpan(value)}</TS>`;
  if (value instanceof PSPrimitive) return writeTagged(value, attributes);
  if (value instanceof Uint8Array) return `<BA${attributes}>${base64Text(value)}</BA>`;
  if (!cipher) throw new SessionKeyError('send a SecureString');
  return `<SS${attributes}>${base64Text(cipher.encrypt(utf16Bytes(value.reveal())))}</SS>`;
}

function writeNumber(value: number | bigint, attributes: string): string {
  const tag = impliedNumberTag(value);
  if (!tag) throw new RangeError(`No integer of PowerShell holds ${value}; send it as a Decimal`);
  return `<${tag}${attributes}>${formatNumber(value)}</${tag}>`;
}

function writeTagged({ tag, text }: PSPrimitive, attributes: string): string {
  const written = tag === 'C' ? String(text.charCodeAt(0)) : text;
  if (PRIMITIVE_READERS.get(tag)?.(written, { cipher: undefined, exactNumbers: false }) === undefined) {
    throw new RangeError(`Not a value of ${tag}: ${text.slice(0, 40)}`);
  }
  return `<${tag}${attributes}>${xmlText(written)}</${tag}>`;
}

/** Base64 as a string, in slices that fit a call. */
export function base64Text(bytes: Uint8Array): string {
  const ascii = base64Encode(bytes);
  let text = '';
  for (let at = 0; at < ascii.length; at += 8192) text += String.fromCharCode(...ascii.subarray(at, at + 8192));
  return text;
}
