import type { ClientRunspacePool } from '../session/client-runspace-pool';
import { encodeRequest, type RequestHeader } from './encode-request';
import { EXCHANGE_RESOURCE_URI } from './names';
import type { WsmanOperation } from './wsman-request';

/** What a client's end of WSMan needs to know. */
export interface WsmanClientOptions {
  /** The address for the To header, as the request is posted to (with `?PSVersion=…` for Exchange). */
  readonly url: string;
  /** Makes GUIDs: such as `crypto.randomUUID`. */
  readonly newGuid: () => string;
  /** `http://schemas.microsoft.com/powershell/Microsoft.Exchange` by default. */
  readonly resourceUri?: string;
  /** Bytes of an answer that the server may send, 512,000 by default as Windows has it; twice as much is refused. */
  readonly maxEnvelopeBytes?: number;
  /** Bytes of a request, 153,600 by default: what the oldest servers take. At least 8,192. */
  readonly maxRequestBytes?: number;
  /** How long the server may hold back the answer to a Receive, 60 by default. */
  readonly operationTimeoutSeconds?: number;
  /** After how long without a request the server may close the shell; the server's own default if left out. */
  readonly idleTimeoutSeconds?: number;
  /** Of the texts in faults, `en-US` by default. */
  readonly locale?: string;
}

const MIN_ENVELOPE_BYTES = 8192;
/** An element that has content is longer than an empty one. */
const ROUNDING = 64;

/** Makes the headers of a client's requests. */
export class RequestWriter {
  readonly maxEnvelopeBytes: number;
  private readonly maxRequestBytes: number;
  private readonly sessionId: string;

  constructor(
    private readonly pool: ClientRunspacePool,
    private readonly options: WsmanClientOptions,
  ) {
    this.maxEnvelopeBytes = options.maxEnvelopeBytes ?? 512_000;
    this.maxRequestBytes = options.maxRequestBytes ?? 153_600;
    if (this.maxRequestBytes < MIN_ENVELOPE_BYTES) throw new RangeError(`maxRequestBytes: below ${MIN_ENVELOPE_BYTES}`);
    this.sessionId = options.newGuid();
  }

  /** The headers of a new request. */
  header(operation: WsmanOperation, shellId: string): RequestHeader {
    const { url, newGuid, resourceUri = EXCHANGE_RESOURCE_URI, locale = 'en-US' } = this.options;
    return {
      operation,
      url,
      resourceUri,
      messageId: newGuid(),
      sessionId: this.sessionId,
      operationId: newGuid(),
      isRetransmission: false,
      locale,
      maxEnvelopeBytes: this.maxEnvelopeBytes,
      operationTimeoutSeconds: this.options.operationTimeoutSeconds ?? 60,
      shellId: operation === 'Create' ? undefined : shellId,
      protocolVersion: this.pool.protocolVersion,
    };
  }

  /** How many bytes a request can carry in base64, given its body without any. */
  room(header: RequestHeader, emptyBody: string): number {
    return Math.floor((this.maxRequestBytes - encodeRequest(header, emptyBody).length - ROUNDING) / 4) * 3;
  }
}
