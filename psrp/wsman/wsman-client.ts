import type { ClientEvent } from '../session/client-events';
import type { ClientPipeline } from '../session/client-pipeline';
import type { ClientRunspacePool } from '../session/client-runspace-pool';
import type { WsmanFault } from './wsman-fault';
import type { WsmanOperation, WsmanRequest } from './wsman-request';

/** What a client's end of WSMan needs to know. */
export interface WsmanClientOptions {
  /** The address for the To header, as the request is posted to (with `?PSVersion=…` for Exchange). */
  readonly url: string;
  /** Makes GUIDs: such as `crypto.randomUUID`. */
  readonly newGuid: () => string;
  /** `http://schemas.microsoft.com/powershell/Microsoft.Exchange` by default. */
  readonly resourceUri?: string;
  /** Bytes of an answer that the server may send, 512,000 by default as Windows has it. */
  readonly maxEnvelopeBytes?: number;
  /** Bytes of a request, 153,600 by default: what the oldest servers take. */
  readonly maxRequestBytes?: number;
  /** How long the server may hold back the answer to a Receive, 60 by default. */
  readonly operationTimeoutSeconds?: number;
  /** After how long without a request the server may close the shell; the server's own default if left out. */
  readonly idleTimeoutSeconds?: number;
  /** Of the texts in faults, `en-US` by default. */
  readonly locale?: string;
}

/** What WSMan itself has to tell a client. */
export type WsmanEvent =
  /** The server has the shell: from now on it must be deleted. */
  | { readonly type: 'shellCreated'; readonly shellId: string }
  /** The server knows that the pipeline shall stop; its state tells when it has. */
  | { readonly type: 'signalAck'; readonly pipelineId: string }
  | { readonly type: 'pipelineClosed'; readonly pipelineId: string }
  | { readonly type: 'poolClosed' }
  /** The pipeline is of no more use, and no state of it will come: close it. The pool and its other pipelines go on. */
  | {
      readonly type: 'pipelineFault';
      readonly pipelineId: string;
      readonly operation: WsmanOperation;
      readonly fault: WsmanFault;
    }
  /** The pool is of no more use: close it, which asks the server to delete the shell if there may be one. */
  | { readonly type: 'poolFault'; readonly operation: WsmanOperation; readonly fault: WsmanFault };

/** What is to be done about a request whose answer did not arrive whole. */
export type FailedRequest =
  /** nextRequest gives it once more, marked as a retransmission: the server is known to keep its answer. */
  | 'repeat'
  /** Nobody waits for its answer any more. */
  | 'ignored'
  /** What the server did is unknown: the pool is broken. Only closePool is left. */
  | 'broken';

/**
 * The client's end of WSMan ([MS-WSMV]), around a client's pool. It decides which requests may be under way at once: whoever
 * drives it posts each that `nextRequest` gives right away, on connections of its own choosing, and tells what became of it.
 */
export class WsmanClient {
  constructor(
    readonly pool: ClientRunspacePool,
    private readonly options: WsmanClientOptions,
  ) {}

  /** The requests that nextRequest gave and that were not answered. */
  get pendingRequests(): readonly WsmanRequest[] {
    throw new Error(this.options.url);
  }

  /** Opens the pool: Create, then Receive until the pool's state is Opened, and beyond. */
  open(): void {
    throw new Error('under way');
  }

  /** The next request to post; undefined if there is none, or none before an answer comes. */
  nextRequest(): WsmanRequest | undefined {
    throw new Error('under way');
  }

  /**
   * Takes the answer to a request, whole. Whoever drives this has bounded it to maxEnvelopeBytes and a little.
   * @throws ProtocolError, LimitError: the pool is broken; only closePool is left
   */
  receiveResponse(id: string, response: { readonly status: number; readonly body: Uint8Array }): void {
    throw new Error(`under way ${id} ${response.status}`);
  }

  /** No answer to a request came, or not a whole one. */
  requestFailed(id: string): FailedRequest {
    throw new Error(`under way ${id}`);
  }

  /** What the received answers mean; undefined if they mean nothing more. Throws as the pool's. */
  nextEvent(): ClientEvent | WsmanEvent | undefined {
    throw new Error('under way');
  }

  /** Holds back further Receives of a pipeline whose output nobody takes at the moment, or lets them go on. */
  setReceiving(pipeline: ClientPipeline, receiving: boolean): void {
    throw new Error(`under way ${pipeline.id} ${receiving}`);
  }

  /** Stops a pipeline (Signal ctrl_c): go on until its state is Stopped, then close it. */
  stop(pipeline: ClientPipeline): void {
    throw new Error(`under way ${pipeline.id}`);
  }

  /** Closes a pipeline (Signal terminate); every one needs it. The event `pipelineClosed` tells when the server has. */
  closePipeline(pipeline: ClientPipeline): void {
    throw new Error(`under way ${pipeline.id}`);
  }

  /**
   * Closes the pool with all its pipelines (Delete), also a broken one, and also one whose Create got no answer: then the shell
   * is asked for by the name that the client gave it. `poolClosed` tells when it is gone.
   */
  closePool(): void {
    throw new Error('under way');
  }
}
