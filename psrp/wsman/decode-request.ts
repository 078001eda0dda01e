import type { WsmanOperation } from './wsman-request';
import type { XmlLimits } from './xml-element';

/** What a client asks of a server, by its envelope. */
export interface IncomingRequest {
  readonly operation: WsmanOperation;
  readonly messageId: string;
  readonly resourceUri: string;
  /** The ShellId: the selector's, or for a Create the one that the client proposes; undefined if there is none. */
  readonly shellId: string | undefined;
  /** The CommandId in lower case, which is the pipeline's GUID; undefined if it is for the shell. */
  readonly commandId: string | undefined;
  /** Of the OptionSet, names in lower case. */
  readonly options: ReadonlyMap<string, string>;
  /** Bytes that the client takes as an answer. */
  readonly maxEnvelopeBytes: number;
  /** How long the client lets an answer wait. */
  readonly operationTimeoutMs: number;
  readonly operationId: string | undefined;
  /** The client has sent this before and saw no answer (OperationID with mustUnderstand). */
  readonly isRetransmission: boolean;
  readonly locale: string | undefined;
  /** What it carries of PSRP: of creationXml, Arguments or the streams; empty if nothing. */
  readonly data: Uint8Array;
  /** Of a Signal: the code's last part in lower case, `ctrl_c` or `terminate`; else undefined. */
  readonly signal: string | undefined;
  /** Of a Create: how long the client wants the shell to be kept without requests. */
  readonly idleTimeoutMs: number | undefined;
}

/**
 * Reads a request.
 * @throws WsmanFaultError what to answer: not well-formed, a header missing or not understood, another resource or action
 */
export function decodeRequest(body: Uint8Array, limits?: Partial<XmlLimits>): IncomingRequest {
  throw new Error(`under way ${body.length} ${limits?.maxDepth ?? 0}`);
}
