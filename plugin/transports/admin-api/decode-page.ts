import { isUtf8 } from 'node:buffer';
import { ExchangeError } from '../../exchange/exchange-error';
import { PSObject, type PSValue } from '../../../psrp';
import { exactNumber, parseLossless } from './json-text';
import { quoteForeign } from './redaction';
import { typedValue } from './typed-value';

/** A good answer of InvokeCommand. */
export interface Page {
  readonly objects: readonly PSObject[];
  /** Where the next part of the list is. */
  readonly nextLink: string | undefined;
  readonly warnings: readonly string[];
  /** Errors that did not end the command. */
  readonly errors: readonly string[];
  /** The answer is an error in spite of its status. */
  readonly isError: boolean;
}

/** How deep the values of a property may be nested. */
const MAX_DEPTH = 32;
const DATA_TYPE = '@data.type';

/**
 * Decodes the body of a 200 answer. Keys with an `@` are annotations and are left out; what they say about types is
 * used.
 * @param needsValue whether a list must be there: a read without one is malformed, a change need not answer anything
 * @param secrets what no text that people see may repeat
 * @throws ExchangeError `protocol.malformed`
 */
export function decodePage(body: Buffer, needsValue: boolean, secrets: readonly string[]): Page {
  const malformed = (what: string): ExchangeError => malformedPage(what, body, secrets);
  if (body.length === 0) {
    if (needsValue) throw malformed('an empty answer where a list should be');
    return { objects: [], nextLink: undefined, warnings: [], errors: [], isError: false };
  }
  const { value: root, marker } = parse(body, malformed);
  if (!isRecord(root)) throw malformed('JSON that is not an object');
  if (isRecord(root['error'])) return { objects: [], nextLink: undefined, warnings: [], errors: [], isError: true };
  const list = root['value'];
  if (list === undefined ? needsValue : !Array.isArray(list)) throw malformed('no list of objects');
  const nextLink = root['@odata.nextLink'];
  if (nextLink !== undefined && nextLink !== null && typeof nextLink !== 'string') {
    throw malformed('a link to the next page that is no text');
  }
  const decoder = new ValueDecoder(marker, malformed);
  const objects = ((list ?? []) as readonly unknown[]).map((item) => decoder.topLevel(item));
  return {
    objects,
    nextLink: nextLink ?? undefined,
    warnings: texts(root['@adminapi.warnings'], secrets),
    errors: texts(root['@adminapi.errors'], secrets),
    isError: false,
  };
}

class ValueDecoder {
  constructor(
    private readonly marker: string | undefined,
    private readonly malformed: (what: string) => ExchangeError,
  ) {}

  /** An element of the list: an object, or a scalar as some cmdlets put out. */
  topLevel(item: unknown): PSObject {
    if (isRecord(item)) return this.object(item, undefined, 1);
    if (typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean') {
      const value = typeof item === 'string' ? (this.markedNumber(item, '') ?? item) : item;
      return new PSObject(new Map(), [], String(value));
    }
    throw this.malformed('something in the list that is no object');
  }

  private object(record: Readonly<Record<string, unknown>>, type: string | undefined, depth: number): PSObject {
    if (depth > MAX_DEPTH) throw this.malformed('values nested too deeply');
    const properties = new Map<string, PSValue>();
    const types = new Map<string, string>();
    for (const key of Object.keys(record)) {
      const value = record[key];
      if (!key.includes('@')) {
        properties.set(key, this.value(value, types.get(key) ?? '', depth));
        continue;
      }
      if (!key.endsWith(DATA_TYPE) || typeof value !== 'string') continue;
      const name = key.slice(0, -DATA_TYPE.length);
      types.set(name, value);
      // The annotation came after what it describes.
      if (properties.has(name)) properties.set(name, this.value(record[name], value, depth));
    }
    return new PSObject(properties, type === undefined || type === '' ? [] : [type]);
  }

  private value(value: unknown, type: string, depth: number): PSValue {
    if (value === null || typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      const number = this.markedNumber(value, type);
      if (number !== undefined) return number;
      return type === '' ? value : typedValue(value, type);
    }
    if (typeof value === 'number') return value;
    if (depth >= MAX_DEPTH) throw this.malformed('values nested too deeply');
    if (Array.isArray(value)) {
      const elementType = type.endsWith('[]') && type !== 'System.Byte[]' ? type.slice(0, -2) : '';
      return value.map((element: unknown) => this.value(element, elementType, depth + 1));
    }
    const record = value as Readonly<Record<string, unknown>>;
    return bytesOf(record) ?? this.object(record, type, depth + 1);
  }

  private markedNumber(text: string, type: string): number | bigint | string | undefined {
    if (this.marker === undefined || !text.startsWith(this.marker)) return undefined;
    const token = text.slice(1);
    // A Double is written with up to 17 digits, of which a double keeps all that matter.
    return type === 'System.Double' || type === 'System.Single' ? Number(token) : exactNumber(token);
  }
}

/** Bytes as the admin API wraps them. */
function bytesOf(record: Readonly<Record<string, unknown>>): Uint8Array | undefined {
  if (record['@odata.type'] !== '#Exchange.ByteArrayType') return undefined;
  const data = record['Data'];
  const bytes = typeof data === 'string' ? typedValue(data, 'System.Byte[]') : undefined;
  return bytes instanceof Uint8Array ? bytes : undefined;
}

function parse(
  body: Buffer,
  malformed: (what: string) => ExchangeError,
): { readonly value: unknown; readonly marker: string | undefined } {
  if (!isUtf8(body)) throw malformed('text that is not UTF-8');
  const text = body.toString('utf8');
  try {
    return parseLossless(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    throw malformed(text.trimStart().startsWith('<') ? 'a web page instead of JSON' : 'something that is not JSON');
  }
}

function texts(value: unknown, secrets: readonly string[]): string[] {
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string' && value !== ''
      ? [value]
      : [];
  return list.map((item) => quoteForeign(typeof item === 'string' ? item : JSON.stringify(item), secrets));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function malformedPage(what: string, body: Buffer, secrets: readonly string[]): ExchangeError {
  // Secrets are taken out before it is made short, so that no part of one is left at the end.
  const begin = quoteForeign(body.subarray(0, 16_384).toString('latin1'), secrets, 120);
  return new ExchangeError({
    code: 'protocol.malformed',
    summary: `The admin API sent ${what}.`,
    detail: `${begin === '' ? 'Nothing printable came.' : `It begins: ${begin}`} A proxy may have answered in its place.`,
  });
}
