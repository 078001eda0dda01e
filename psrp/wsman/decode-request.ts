import { parseTimeSpan } from '../clixml/time-span';
import { PSRPError } from '../errors/psrp-error';
import { isGuid } from '../wire/guid-bytes';
import { WsmanFaultError, type FaultDetails } from './encode-fault';
import { ACTION, ANONYMOUS, NAMESPACE } from './names';
import { base64Of, headerText, parseSoap, type SoapMessage } from './soap';
import type { WsmanOperation } from './wsman-request';
import { DEFAULT_XML_LIMITS, type XmlElement, type XmlLimits } from './xml-element';

/** What a client asks of a server, by its envelope. */
export interface IncomingRequest {
  readonly operation: WsmanOperation;
  /** As it stood there, with its `uuid:`: what RelatesTo of the answer says. */
  readonly messageId: string;
  readonly resourceUri: string;
  /** The ShellId: the selector's, or for a Create the one that the client proposes; undefined if there is none. */
  readonly shellId: string | undefined;
  /** The CommandId as it stood there, which is the pipeline's GUID; undefined if it is for the shell. */
  readonly commandId: string | undefined;
  /** Of the OptionSet, names in lower case. */
  readonly options: ReadonlyMap<string, string>;
  /** Bytes that the client takes as an answer. */
  readonly maxEnvelopeBytes: number;
  /** How long the client lets an answer wait. */
  readonly operationTimeoutMs: number;
  /** As it stood there. */
  readonly operationId: string | undefined;
  /** The client has sent this before and saw no answer (OperationID with mustUnderstand). */
  readonly isRetransmission: boolean;
  readonly locale: string | undefined;
  /** What it carries of PSRP: of creationXml, Arguments or the streams; empty if nothing. */
  readonly data: Uint8Array;
  /** Of a Signal; `other` is one that PowerShell knows nothing of. */
  readonly signal: 'stop' | 'terminate' | 'other' | undefined;
  /** Of a Create: how long the client wants the shell to be kept without requests. */
  readonly idleTimeoutMs: number | undefined;
}

const DEFAULT_OPERATION_TIMEOUT_MS = 60_000;
const DEFAULT_ENVELOPE_BYTES = 153_600;
/** What [DSP0226] has every client take. */
const MIN_ENVELOPE_BYTES = 8192;
const NOTHING = new Uint8Array(0);

/** The headers that are understood, by namespace. CompressionType is not among them: its client is refused, as it should be. */
const UNDERSTOOD: Readonly<Record<string, readonly string[]>> = {
  [NAMESPACE.addressing]: ['To', 'ReplyTo', 'Action', 'MessageID'],
  [NAMESPACE.wsman]: ['ResourceURI', 'MaxEnvelopeSize', 'Locale', 'OptionSet', 'SelectorSet', 'OperationTimeout'],
  [NAMESPACE.windows]: ['DataLocale', 'SessionId', 'OperationID', 'SequenceId', 'ActivityId'],
};
/** Options that can be complied with. */
const OPTIONS = ['protocolversion', 'wsman_cmdshell_option_keepalive', 'winrs_noprofile', 'winrs_skip_cmd_shell'];
/** The second is what some clients write, after PowerShell's documentation instead of its code. */
const STOP = ['powershell/signal/crtl_c', 'powershell/signal/ctrl_c'];
const TERMINATE = `${NAMESPACE.shell}/signal/terminate`;

/**
 * Reads a request.
 * @throws WsmanFaultError what to answer: not well-formed, a header missing or not understood, another action
 */
export function decodeRequest(body: Uint8Array, limits?: Partial<XmlLimits>): IncomingRequest {
  return new RequestDecoder(parse(body, { ...DEFAULT_XML_LIMITS, ...limits })).decode();
}

function parse(body: Uint8Array, limits: XmlLimits): SoapMessage {
  if (body.length > limits.maxBytes) throw new WsmanFaultError({ kind: 'envelopeTooLarge' }, undefined);
  try {
    return parseSoap(body, limits);
  } catch (error) {
    if (error instanceof PSRPError) throw new WsmanFaultError({ kind: 'invalidXml', text: error.message }, undefined);
    throw error;
  }
}

class RequestDecoder {
  private readonly header: XmlElement;
  private readonly body: XmlElement;
  private readonly messageId: string | undefined;

  constructor(message: SoapMessage) {
    this.header = message.header;
    this.body = message.body;
    this.messageId = headerText(this.header, NAMESPACE.addressing, 'MessageID');
  }

  decode(): IncomingRequest {
    this.checkUnderstood();
    const action = this.required(NAMESPACE.addressing, 'Action');
    const operation = (Object.keys(ACTION) as WsmanOperation[]).find((name) => ACTION[name] === action);
    if (!operation) throw this.refusal({ kind: 'actionNotSupported' });
    const operationId = this.header.child(NAMESPACE.windows, 'OperationID');
    this.required(NAMESPACE.addressing, 'To');
    this.checkReplyTo();
    return {
      operation,
      messageId: this.required(NAMESPACE.addressing, 'MessageID'),
      resourceUri: this.required(NAMESPACE.wsman, 'ResourceURI'),
      options: this.options(),
      maxEnvelopeBytes: this.maxEnvelopeBytes(),
      operationTimeoutMs:
        this.duration(this.header.child(NAMESPACE.wsman, 'OperationTimeout')) ?? DEFAULT_OPERATION_TIMEOUT_MS,
      operationId: operationId?.text.trim(),
      isRetransmission: operationId !== undefined && mustUnderstand(operationId),
      locale: this.header.child(NAMESPACE.wsman, 'Locale')?.attribute('lang', NAMESPACE.xml),
      ...this.content(operation),
    };
  }

  private content(
    operation: WsmanOperation,
  ): Pick<IncomingRequest, 'shellId' | 'commandId' | 'data' | 'signal' | 'idleTimeoutMs'> {
    const nothing = { commandId: undefined, data: NOTHING, signal: undefined, idleTimeoutMs: undefined };
    if (operation === 'Create') {
      const shell = this.part('Shell');
      const data = this.data(shell.all(NAMESPACE.powershell, 'creationXml'));
      const idleTimeoutMs = this.duration(shell.child(NAMESPACE.shell, 'IdleTimeOut'));
      const shellId = shell.attribute('ShellId');
      if (shellId !== undefined && !isGuid(shellId)) {
        throw this.refusal({ kind: 'invalidXml', text: 'The ShellId is not a GUID. ' });
      }
      return { ...nothing, shellId, data, idleTimeoutMs };
    }
    const shellId = this.shellSelector();
    if (operation === 'Delete') return { ...nothing, shellId };
    if (operation === 'Receive') {
      const stream = this.part('Receive').child(NAMESPACE.shell, 'DesiredStream');
      if (!stream) throw this.refusal({ kind: 'invalidXml', text: 'Receive has no DesiredStream. ' });
      return { ...nothing, shellId, commandId: this.commandId(stream) };
    }
    if (operation === 'Signal') {
      const signal = this.part('Signal');
      const code = signal.child(NAMESPACE.shell, 'Code')?.text.trim().toLowerCase() ?? '';
      const known = STOP.includes(code) ? 'stop' : code === TERMINATE ? 'terminate' : 'other';
      return { ...nothing, shellId, commandId: this.named(this.commandId(signal)), signal: known };
    }
    if (operation === 'Command') {
      const line = this.part('CommandLine');
      const commandId = this.named(this.commandId(line));
      return { ...nothing, shellId, commandId, data: this.data(line.all(NAMESPACE.shell, 'Arguments')) };
    }
    const streams = this.part('Send').all(NAMESPACE.shell, 'Stream');
    const [commandId, ...others] = new Set(streams.map((stream) => this.commandId(stream)));
    if (others.length > 0) throw this.refusal({ kind: 'invalidXml', text: 'Send is for more than one command. ' });
    return { ...nothing, shellId, commandId, data: this.data(streams) };
  }

  private checkUnderstood(): void {
    for (const header of this.header.children) {
      if (!mustUnderstand(header) || UNDERSTOOD[header.namespace]?.includes(header.name)) continue;
      const text = `The WS-Management service does not understand the SOAP header ${header.namespace}:${header.name}. `;
      throw this.refusal({ kind: 'mustUnderstand', text });
    }
  }

  private checkReplyTo(): void {
    const replyTo = this.header.child(NAMESPACE.addressing, 'ReplyTo')?.child(NAMESPACE.addressing, 'Address');
    if (replyTo?.text.trim() === ANONYMOUS) return;
    throw this.refusal(
      replyTo ? { kind: 'invalidHeader', text: 'ReplyTo is not anonymous. ' } : { kind: 'headerRequired' },
    );
  }

  private options(): ReadonlyMap<string, string> {
    const options = this.header.child(NAMESPACE.wsman, 'OptionSet')?.all(NAMESPACE.wsman, 'Option') ?? [];
    for (const option of options) {
      const name = option.attribute('Name') ?? '';
      if (!isTrue(option.attribute('MustComply')) || OPTIONS.includes(name.toLowerCase())) continue;
      throw this.refusal({ kind: 'invalidOptions', text: `The option ${name} is not supported. ` });
    }
    return new Map(options.map((option) => [option.attribute('Name')?.toLowerCase() ?? '', option.text.trim()]));
  }

  private maxEnvelopeBytes(): number {
    const bytes = Number(headerText(this.header, NAMESPACE.wsman, 'MaxEnvelopeSize') ?? DEFAULT_ENVELOPE_BYTES);
    if (!Number.isSafeInteger(bytes)) throw this.refusal({ kind: 'invalidHeader' });
    if (bytes >= MIN_ENVELOPE_BYTES) return bytes;
    throw this.refusal({
      kind: 'envelopeTooLarge',
      code: 0x8033807e,
      text: `MaxEnvelopeSize is below the minimum of ${MIN_ENVELOPE_BYTES}. `,
    });
  }

  private duration(element: XmlElement | undefined): number | undefined {
    if (!element) return undefined;
    const text = element.text.trim();
    const span = parseTimeSpan(text);
    if (span && span.seconds >= 0 && span.nanos >= 0) return span.seconds * 1000 + Math.floor(span.nanos / 1e6);
    const complaint = `The XML contains an invalid timeout field in the SOAP header: ${text}. `;
    throw this.refusal({
      kind: 'invalidHeader',
      text: `The WS-Management service cannot process the request. ${complaint}`,
    });
  }

  private shellSelector(): string {
    const selectors = this.header.child(NAMESPACE.wsman, 'SelectorSet')?.all(NAMESPACE.wsman, 'Selector') ?? [];
    const selector = selectors.find((candidate) => candidate.attribute('Name')?.toLowerCase() === 'shellid');
    const shellId = selector?.text.trim();
    if (shellId === undefined || shellId === '') throw this.refusal({ kind: 'shellNotFound' });
    return shellId;
  }

  private commandId(element: XmlElement): string | undefined {
    const commandId = element.attribute('CommandId');
    if (commandId !== undefined && !isGuid(commandId)) throw this.refusal({ kind: 'commandNotFound' });
    return commandId;
  }

  private named(commandId: string | undefined): string {
    if (commandId === undefined) throw this.refusal({ kind: 'invalidXml', text: 'There is no CommandId. ' });
    return commandId;
  }

  private data(elements: readonly XmlElement[]): Uint8Array {
    const data = base64Of(elements);
    if (!data) throw this.refusal({ kind: 'invalidXml', text: 'The content is not base64. ' });
    return data;
  }

  private part(name: string): XmlElement {
    const element = this.body.child(NAMESPACE.shell, name);
    if (!element) throw this.refusal({ kind: 'invalidXml', text: `There is no ${name} in the body. ` });
    return element;
  }

  private required(namespace: string, name: string): string {
    const text = headerText(this.header, namespace, name);
    if (text === undefined) {
      throw this.refusal({ kind: 'headerRequired', text: `The SOAP header ${name} is missing. ` });
    }
    return text;
  }

  private refusal(details: FaultDetails): WsmanFaultError {
    return new WsmanFaultError(details, this.messageId);
  }
}

function mustUnderstand(header: XmlElement): boolean {
  return isTrue(header.attribute('mustUnderstand', NAMESPACE.soap));
}

function isTrue(text: string | undefined): boolean {
  return text?.toLowerCase() === 'true' || text === '1';
}
