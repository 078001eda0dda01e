import type { ProtocolVersion } from '../messages/protocol-version';
import { utf8Bytes } from '../wire/utf8';
import { ACTION, ANONYMOUS, NAMESPACE, PREFIXES, uuid } from './names';
import type { WsmanOperation } from './wsman-request';
import { base64Content, element } from './xml-writer';

/** The codes of a Signal. The first is misspelt in [MS-PSRP] and in PowerShell, which takes no other. */
export const SIGNAL = {
  stop: 'powershell/signal/crtl_c',
  terminate: `${NAMESPACE.shell}/signal/Terminate`,
} as const;

/** The headers of a request. GUIDs are without `uuid:`. */
export interface RequestHeader {
  readonly operation: WsmanOperation;
  readonly url: string;
  readonly resourceUri: string;
  readonly messageId: string;
  readonly sessionId: string;
  readonly operationId: string;
  /** The request was sent before and its answer did not come: the server is asked for the answer that it kept. */
  readonly isRetransmission: boolean;
  readonly locale: string;
  readonly maxEnvelopeBytes: number;
  readonly operationTimeoutSeconds: number;
  /** Undefined for a Create. */
  readonly shellId: string | undefined;
  /** Of PSRP, for a Create. */
  readonly protocolVersion: ProtocolVersion;
}

/** A request's envelope, in the order in which Windows writes its headers. */
export function encodeRequest(header: RequestHeader, body: string): Uint8Array {
  const must = { 's:mustUnderstand': 'true' };
  const may = { 's:mustUnderstand': 'false' };
  const { operation, shellId, protocolVersion } = header;
  const language = { 'xml:lang': header.locale, ...may };
  const options = optionSet(operation, protocolVersion);
  const selectors =
    shellId === undefined ? [] : [element('w:SelectorSet', {}, [element('w:Selector', { Name: 'ShellId' }, shellId)])];
  const envelope = element('s:Envelope', PREFIXES, [
    element('s:Header', {}, [
      element('a:To', {}, header.url),
      element('w:ResourceURI', must, header.resourceUri),
      element('a:ReplyTo', {}, [element('a:Address', must, ANONYMOUS)]),
      element('a:Action', must, ACTION[operation]),
      element('w:MaxEnvelopeSize', must, String(header.maxEnvelopeBytes)),
      element('a:MessageID', {}, uuid(header.messageId)),
      element('w:Locale', language),
      element('p:DataLocale', language),
      element('p:SessionId', may, uuid(header.sessionId)),
      element('p:OperationID', header.isRetransmission ? must : may, uuid(header.operationId)),
      element('p:SequenceId', may, '1'),
      ...selectors,
      ...(options === '' ? [] : [element('w:OptionSet', must, [options])]),
      element('w:OperationTimeout', {}, duration(header.operationTimeoutSeconds)),
    ]),
    element('s:Body', {}, body === '' ? [] : [body]),
  ]);
  return utf8Bytes(envelope);
}

/** The body of a Create; no time-out: the server's own. */
export function shellBody(shellId: string, idleTimeoutSeconds: number | undefined, data: Uint8Array): string {
  return element('rsp:Shell', { ShellId: shellId }, [
    element('rsp:InputStreams', {}, 'stdin pr'),
    element('rsp:OutputStreams', {}, 'stdout'),
    ...(idleTimeoutSeconds === undefined ? [] : [element('rsp:IdleTimeOut', {}, duration(idleTimeoutSeconds))]),
    element('creationXml', { xmlns: NAMESPACE.powershell }, base64Content(data)),
  ]);
}

/** The body of a Command: a pipeline and its first fragments. */
export function commandBody(commandId: string, data: Uint8Array): string {
  return element('rsp:CommandLine', { CommandId: commandId }, [
    element('rsp:Command', {}),
    element('rsp:Arguments', {}, base64Content(data)),
  ]);
}

/** The body of a Send; no CommandId: to the shell. */
export function sendBody(commandId: string | undefined, stream: 'stdin' | 'pr', data: Uint8Array): string {
  return element('rsp:Send', {}, [element('rsp:Stream', { Name: stream, CommandId: commandId }, base64Content(data))]);
}

/** The body of a Receive; no CommandId: from the shell. */
export function receiveBody(commandId: string | undefined): string {
  return element('rsp:Receive', {}, [element('rsp:DesiredStream', { CommandId: commandId }, 'stdout')]);
}

/** The body of a Signal to a pipeline. */
export function signalBody(commandId: string, code: keyof typeof SIGNAL): string {
  return element('rsp:Signal', { CommandId: commandId }, [element('rsp:Code', {}, SIGNAL[code])]);
}

function optionSet(operation: WsmanOperation, version: ProtocolVersion): string {
  if (operation === 'Create') return element('w:Option', { Name: 'protocolversion', MustComply: 'true' }, version);
  if (operation === 'Receive') return element('w:Option', { Name: 'WSMAN_CMDSHELL_OPTION_KEEPALIVE' }, 'TRUE');
  return '';
}

/** An xs:duration as Windows writes it. */
function duration(seconds: number): string {
  return `PT${seconds.toFixed(3)}S`;
}
