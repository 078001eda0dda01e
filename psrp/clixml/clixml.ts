import type { PSValue } from '../ps-object';
import { ProtocolError } from '../errors/protocol-error';
import { utf8Bytes, utf8Decoder } from '../wire/utf8';
import { ClixmlReader, type ClixmlItem, type ClixmlReaderOptions } from './clixml-reader';
import { ClixmlWriter, type ClixmlWriterOptions } from './clixml-writer';
import { xmlText } from './escape';

const NAMESPACE = 'http://schemas.microsoft.com/powershell/2004/04';

/** A value as the CLIXML of one element: the form that PSRP's messages have. */
export function encodeClixml(value: PSValue, options?: ClixmlWriterOptions): string {
  return new ClixmlWriter(options).write(value);
}

/**
 * The value of one element of CLIXML, as a text or as UTF-8 with or without a byte order mark.
 * @throws ProtocolError, LimitError
 */
export function decodeClixml(document: string | Uint8Array, options?: ClixmlReaderOptions): PSValue {
  return decodeWith(new ClixmlReader(options), document);
}

/** The same with a reader that is used again, which is faster for many small documents. */
export function decodeWith(reader: ClixmlReader, document: string | Uint8Array): PSValue {
  const [item] = readAll(reader, document);
  if (!item) throw new ProtocolError('clixml', 'the document has no value');
  return item.value;
}

/** All values of an `Objs` document, with the streams that it names: what Export-Clixml and PSSerializer write. */
export function decodeObjs(document: string | Uint8Array, options?: ClixmlReaderOptions): ClixmlItem[] {
  return readAll(new ClixmlReader(options), document);
}

/** An `Objs` document, as PSSerializer.Deserialize and Import-Clixml read it. */
export function encodeObjs(values: readonly PSValue[], options?: ClixmlWriterOptions): string {
  const writer = new ClixmlWriter(options);
  const members = values.map((value) => writer.write(value)).join('');
  return `<Objs Version="1.1.0.1" xmlns="${xmlText(NAMESPACE)}">${members}</Objs>`;
}

/** The bytes of encodeClixml. */
export function clixmlBytes(value: PSValue, options?: ClixmlWriterOptions): Uint8Array {
  return utf8Bytes(encodeClixml(value, options));
}

function readAll(reader: ClixmlReader, document: string | Uint8Array): ClixmlItem[] {
  const items = reader.write(typeof document === 'string' ? document : decodeUtf8(document));
  const rest = reader.end();
  return rest.length === 0 ? items : items.concat(rest);
}

/** Text from UTF-8, a byte order mark dropped. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8Decoder().decode(bytes);
  } catch (error) {
    throw new ProtocolError('clixml', 'it is not UTF-8', { cause: error });
  }
}
