import { ProtocolError } from '../errors/protocol-error';
import { base64Decode } from '../wire/base64';
import { utf8Bytes } from '../wire/utf8';
import { NAMESPACE } from './names';
import { parseXml, type XmlElement, type XmlLimits } from './xml-element';

/** The two parts of an envelope. */
export interface SoapMessage {
  readonly header: XmlElement;
  readonly body: XmlElement;
}

/**
 * Parses an envelope of SOAP 1.2.
 * @throws ProtocolError, LimitError
 */
export function parseSoap(bytes: Uint8Array, limits: XmlLimits): SoapMessage {
  const envelope = parseXml(bytes, limits);
  const header = envelope.child(NAMESPACE.soap, 'Header');
  const body = envelope.child(NAMESPACE.soap, 'Body');
  if (!envelope.is(NAMESPACE.soap, 'Envelope') || !header || !body) {
    throw new ProtocolError('envelope', `${envelope.name} is no SOAP 1.2 envelope with a header and a body`);
  }
  return { header, body };
}

/** The text of a header; undefined if it is not there, or empty. */
export function headerText(header: XmlElement, namespace: string, name: string): string | undefined {
  const text = header.child(namespace, name)?.text.trim() ?? '';
  return text === '' ? undefined : text;
}

/** The bytes that elements hold in base64, together; undefined if one of them does not. */
export function base64Of(elements: readonly XmlElement[]): Uint8Array | undefined {
  const pieces = elements.map((element) => base64Decode(utf8Bytes(element.text)));
  const [only, ...others] = pieces;
  if (only && others.length === 0) return only;
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + (piece?.length ?? 0), 0));
  let at = 0;
  for (const piece of pieces) {
    if (!piece) return undefined;
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
