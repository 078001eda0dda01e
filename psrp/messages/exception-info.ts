import { PSObject, type PSValue } from '../ps-object';
import { integerField, textField } from './read-fields';

/** An exception, and the one that caused it. */
export interface ExceptionInfo {
  /** The .NET type names as they came, most derived first. */
  readonly typeNames: readonly string[];
  readonly message: string;
  readonly hResult?: number | undefined;
  readonly source?: string | undefined;
  readonly stackTrace?: string | undefined;
  /** The inner exception. */
  readonly inner?: ExceptionInfo | undefined;
  /** The exception as it came, with the properties that its type adds. */
  readonly object?: PSObject;
}

/** Exceptions within each other that are read: beyond that something refers to itself. */
const MAX_CHAIN = 32;

/** An exception from what travelled; undefined if there is none. */
export function decodeException(value: PSValue | undefined, depth = 0): ExceptionInfo | undefined {
  if (value === null || value === undefined || depth > MAX_CHAIN) return undefined;
  // Below the depth of serialization there is only the exception's text.
  if (!(value instanceof PSObject)) return { typeNames: [], message: String(value) };
  return {
    typeNames: value.typeNames,
    message: textField(value, 'Message') ?? value.text ?? '',
    hResult: integerField(value, 'HResult'),
    source: textField(value, 'Source'),
    stackTrace: textField(value, 'StackTrace'),
    inner: decodeException(value.get('InnerException'), depth + 1),
    object: value,
  };
}

/** What travels of an exception. */
export function encodeException(exception: ExceptionInfo): PSObject {
  const properties = new Map<string, PSValue>([
    ['Message', exception.message],
    ['Data', null],
    ['InnerException', exception.inner ? encodeException(exception.inner) : null],
    ['HelpLink', null],
    ['Source', exception.source ?? null],
    ['HResult', exception.hResult ?? -2146233087],
    ['StackTrace', exception.stackTrace ?? null],
  ]);
  const text = `${exception.typeNames[0] ?? 'System.Exception'}: ${exception.message}`;
  return new PSObject(properties, exception.typeNames, text, undefined, properties.size);
}
