import { utf8Bytes } from '../wire/utf8';
import { ANONYMOUS, PREFIXES, uuid } from './names';
import { element, type Xml } from './xml-writer';

/** The headers of an answer. */
export interface AnswerHeader {
  readonly action: string;
  /** The request's MessageID, as it stood there; left out if it could not be read. */
  readonly relatesTo: string | undefined;
  readonly newGuid: () => string;
  /** The request's OperationID, as it stood there, where answers are kept for clients that lose them. */
  readonly operationId?: string | undefined;
}

/** An answer's envelope, as WinRM writes it. */
export function encodeAnswer(header: AnswerHeader, body: Xml): Uint8Array {
  const { action, relatesTo, operationId, newGuid } = header;
  const robust =
    operationId === undefined
      ? []
      : [element('p:OperationID', { 's:mustUnderstand': 'false' }, operationId), element('p:SequenceId', {}, '1')];
  const envelope = element('s:Envelope', { 'xml:lang': 'en-US', ...PREFIXES }, [
    element('s:Header', {}, [
      element('a:Action', {}, action),
      element('a:MessageID', {}, uuid(newGuid())),
      ...robust,
      element('a:To', {}, ANONYMOUS),
      ...(relatesTo === undefined ? [] : [element('a:RelatesTo', {}, relatesTo)]),
    ]),
    element('s:Body', {}, body),
  ]);
  return utf8Bytes(envelope);
}
