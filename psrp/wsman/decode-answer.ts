import { ProtocolError } from '../errors/protocol-error';
import { PSRPError } from '../errors/psrp-error';
import { kindOfFault, localName } from './fault-kinds';
import { ACTION, COMMAND_DONE, NAMESPACE, uuid } from './names';
import { base64Of, headerText, parseSoap, type SoapMessage } from './soap';
import type { WsmanFault } from './wsman-fault';
import type { WsmanOperation } from './wsman-request';
import type { XmlElement, XmlLimits } from './xml-element';

/** The request that an answer is expected to. GUIDs are without `uuid:`. */
export interface AnsweredRequest {
  readonly operation: WsmanOperation;
  readonly messageId: string;
  readonly operationId: string;
  readonly forCommand: boolean;
}

/** What a server answered. */
export interface DecodedAnswer {
  /** If there is one, the rest says nothing. */
  readonly fault: WsmanFault | undefined;
  /** The server has named the OperationID: it keeps its answers for a while. */
  readonly isKept: boolean;
  /** Of a Create. */
  readonly shellId: string | undefined;
  /** Of a Command. */
  readonly commandId: string | undefined;
  /** Of a Receive: what it carries of PSRP. */
  readonly data: Uint8Array;
  /** Of a Receive: nothing more will come from this command. */
  readonly isDone: boolean;
}

const NOTHING = new Uint8Array(0);
const SNIPPET_LENGTH = 300;

/**
 * Reads the answer to a request.
 * @throws ProtocolError, LimitError if it says that it succeeded and is not what it should be, or answers another request
 */
export function decodeAnswer(
  request: AnsweredRequest,
  response: { readonly status: number; readonly body: Uint8Array },
  limits: XmlLimits,
): DecodedAnswer {
  const { status, body } = response;
  const message = status === 200 ? parseSoap(body, limits) : parsedIfSoap(body, limits);
  const faultElement = message?.body.child(NAMESPACE.soap, 'Fault');
  if (!message || (!faultElement && status !== 200)) return answered({ fault: httpFault(status, body) });
  checkRelation(request, message, faultElement !== undefined);
  const isKept = sameId(headerText(message.header, NAMESPACE.windows, 'OperationID'), request.operationId);
  if (faultElement) return answered({ fault: decodeFault(faultElement, status, request.forCommand), isKept });
  return answered({ ...decodeBody(request.operation, message.body), isKept });
}

function answered(answer: Partial<DecodedAnswer>): DecodedAnswer {
  const nothing = { fault: undefined, isKept: false, shellId: undefined, commandId: undefined, isDone: false };
  return { ...nothing, data: NOTHING, ...answer };
}

function parsedIfSoap(body: Uint8Array, limits: XmlLimits): SoapMessage | undefined {
  try {
    return parseSoap(body, limits);
  } catch (error) {
    if (error instanceof PSRPError) return undefined;
    throw error;
  }
}

/** A fault may answer a request that could not be read; else it must be clear what is answered. */
function checkRelation(request: AnsweredRequest, { header }: SoapMessage, isFault: boolean): void {
  const relatesTo = headerText(header, NAMESPACE.addressing, 'RelatesTo');
  if (!sameId(relatesTo, request.messageId) && !(isFault && relatesTo === undefined)) {
    throw new ProtocolError('envelope', `an answer to ${relatesTo ?? 'nothing'} came to ${uuid(request.messageId)}`);
  }
  const action = headerText(header, NAMESPACE.addressing, 'Action');
  const expected = `${ACTION[request.operation]}Response`;
  if (!isFault && action !== expected) {
    throw new ProtocolError('envelope', `the Action ${action ?? '(none)'} instead of ${expected}`);
  }
}

function decodeBody(operation: WsmanOperation, body: XmlElement): Partial<DecodedAnswer> {
  switch (operation) {
    case 'Create': {
      const reference = body
        .child(NAMESPACE.transfer, 'ResourceCreated')
        ?.child(NAMESPACE.addressing, 'ReferenceParameters');
      const selectors = reference?.child(NAMESPACE.wsman, 'SelectorSet')?.all(NAMESPACE.wsman, 'Selector') ?? [];
      const selector = selectors.find((candidate) => candidate.attribute('Name')?.toLowerCase() === 'shellid');
      return { shellId: required(selector?.text.trim(), 'a ShellId in ResourceCreated') };
    }
    case 'Command': {
      const commandId = part(body, 'CommandResponse').child(NAMESPACE.shell, 'CommandId')?.text.trim();
      return { commandId: required(commandId, 'a CommandId in CommandResponse') };
    }
    case 'Receive': {
      const response = part(body, 'ReceiveResponse');
      const streams = response.all(NAMESPACE.shell, 'Stream').filter((stream) => stream.attribute('Name') === 'stdout');
      const data = base64Of(streams);
      if (!data) throw new ProtocolError('envelope', 'a Stream that is not base64');
      const state = response.child(NAMESPACE.shell, 'CommandState')?.attribute('State');
      return { data, isDone: state === COMMAND_DONE };
    }
    default:
      return {};
  }
}

function part(body: XmlElement, name: string): XmlElement {
  const element = body.child(NAMESPACE.shell, name);
  if (!element) throw new ProtocolError('envelope', `no ${name} in the body`);
  return element;
}

function required(text: string | undefined, what: string): string {
  if (text === undefined || text === '') throw new ProtocolError('envelope', `there is not ${what}`);
  return text;
}

function decodeFault(fault: XmlElement, status: number, forCommand: boolean): WsmanFault {
  const { soap } = NAMESPACE;
  const codeElement = fault.child(soap, 'Code');
  const value = codeElement?.child(soap, 'Subcode')?.child(soap, 'Value') ?? codeElement?.child(soap, 'Value');
  const subcode = localName(value?.text.trim() ?? '');
  const detail = fault.child(soap, 'Detail')?.child(NAMESPACE.fault, 'WSManFault');
  const message = detail?.child(NAMESPACE.fault, 'Message');
  const code = Number(detail?.attribute('Code') ?? NaN);
  const known = Number.isSafeInteger(code) ? code >>> 0 : undefined;
  const reason = fault.child(soap, 'Reason')?.wholeText ?? '';
  return {
    kind: kindOfFault(known, subcode, forCommand),
    status,
    subcode,
    code: known,
    machine: detail?.attribute('Machine'),
    provider: message?.child(NAMESPACE.fault, 'ProviderFault')?.attribute('provider'),
    text: message?.wholeText || reason,
  };
}

/** An answer of something that speaks no SOAP, such as a proxy: its first words, without the markup. */
function httpFault(status: number, body: Uint8Array): WsmanFault {
  let text = '';
  for (const byte of body.subarray(0, SNIPPET_LENGTH * 10)) text += String.fromCharCode(byte);
  const plain = text
    .replace(/<(style|script)\b.*?<\/\1>|<[^>]*>/gis, ' ')
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
    .slice(0, SNIPPET_LENGTH);
  return { kind: 'http', status, subcode: '', code: undefined, machine: undefined, provider: undefined, text: plain };
}

function sameId(text: string | undefined, guid: string): boolean {
  return text?.toUpperCase() === uuid(guid).toUpperCase();
}
