import { PSGuid, type PSValue } from '../ps-object';
import { PSPrimitive, type NumberTag } from '../values/ps-primitive';
import { PSSecureString, type SecureStringCipher } from '../values/ps-secure-string';
import { base64Decode } from '../wire/base64';
import { isGuid } from '../wire/guid-bytes';
import { utf8Bytes } from '../wire/utf8';
import { parseDateTime } from './date-time';
import { decodeString } from './escape';
import { formatNumber, impliedNumberTag, parseNumber } from './number-text';
import { parseTimeSpan } from './time-span';

/** What reading a primitive depends on. */
export interface PrimitiveContext {
  /** Opens the secure strings of the session. */
  readonly cipher: SecureStringCipher | undefined;
  /** Whether a number whose type a plain number would not tell becomes a PSPrimitive. */
  readonly exactNumbers: boolean;
}

/** Reads the text of an element; undefined if it is not a value of that type. */
export type PrimitiveReader = (text: string, context: PrimitiveContext) => PSValue | undefined;

const DECIMAL = /^[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})$/;
const VERSION = /^\d{1,10}(?:\.\d{1,10}){1,3}$/;

/** The readers of all primitive elements, by tag. */
export const PRIMITIVE_READERS: ReadonlyMap<string, PrimitiveReader> = new Map<string, PrimitiveReader>([
  ['S', decodeString],
  ['Nil', () => null],
  ['B', readBoolean],
  ['I32', number('I32')],
  ['I64', number('I64')],
  ['By', number('By')],
  ['SB', number('SB')],
  ['I16', number('I16')],
  ['U16', number('U16')],
  ['U32', number('U32')],
  ['U64', number('U64')],
  ['Sg', number('Sg')],
  ['Db', number('Db')],
  ['DT', (text) => parseDateTime(text.trim())],
  ['TS', (text) => parseTimeSpan(text.trim())],
  ['G', (text) => (isGuid(text.trim()) ? new PSGuid(text.trim()) : undefined)],
  ['C', readChar],
  ['D', (text) => (DECIMAL.test(text.trim()) ? new PSPrimitive('D', text.trim()) : undefined)],
  ['Version', (text) => (VERSION.test(text.trim()) ? new PSPrimitive('Version', text.trim()) : undefined)],
  ['SemanticVersion', (text) => new PSPrimitive('SemanticVersion', decodeString(text))],
  ['URI', (text) => new PSPrimitive('URI', decodeString(text))],
  ['XD', (text) => new PSPrimitive('XD', decodeString(text))],
  ['SBK', (text) => new PSPrimitive('SBK', decodeString(text))],
  ['BA', (text) => base64Decode(utf8Bytes(text))],
  ['SS', readSecureString],
]);

function readBoolean(text: string): boolean | undefined {
  const word = text.trim();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}

function readChar(text: string): PSPrimitive | undefined {
  const code = parseNumber('U16', text);
  return code === undefined ? undefined : new PSPrimitive('C', String.fromCharCode(Number(code)));
}

function readSecureString(text: string, context: PrimitiveContext): PSSecureString | undefined {
  const bytes = base64Decode(utf8Bytes(text));
  return bytes && PSSecureString.sealed(bytes, context.cipher);
}

function number(tag: NumberTag): PrimitiveReader {
  return (text, context) => {
    const value = parseNumber(tag, text);
    if (value === undefined || !context.exactNumbers || impliedNumberTag(value) === tag) return value;
    return new PSPrimitive(tag, tag === 'Sg' || tag === 'Db' ? text.trim() : formatNumber(value));
  };
}
