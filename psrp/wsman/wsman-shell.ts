import type { ServerEvent } from '../session/server-events';
import type { ServerPipeline } from '../session/server-pipeline';
import type { ServerRunspacePool } from '../session/server-runspace-pool';
import type { IncomingRequest } from './decode-request';
import type { EncodedAnswer, FaultDetails } from './encode-fault';

/** What a shell tells of itself. */
export interface WsmanShellOptions {
  readonly newGuid: () => string;
  /** The address that the shell was created at. */
  readonly url: string;
  /** `DOMAIN\user`. */
  readonly owner: string;
  readonly clientIp: string;
  /** After how long without a request it is closed: whoever drives this does that. */
  readonly idleTimeoutMs: number;
  /** Bytes of an answer at most, whatever the client takes; 512,000 by default. */
  readonly maxEnvelopeBytes?: number;
  /** Named in faults. */
  readonly machine?: string;
  /** Whether answers are kept for clients that lost them (OperationID is echoed); true by default. Exchange 2010's did not. */
  readonly keepsAnswers?: boolean;
}

/** The answer to a request. */
export interface WsmanAnswer extends EncodedAnswer {
  /** The very object that receiveRequest was given. */
  readonly request: IncomingRequest;
}

/** What a client asks for by WSMan itself. */
export type WsmanServerEvent =
  /** Stop the pipeline (`beginStop`, `stop`) if it runs; the signal was acknowledged. */
  | { readonly type: 'signal'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Stop the pipeline if it runs, close it, and tell with `closed`. */
  | { readonly type: 'closePipeline'; readonly pipelineId: string; readonly pipeline: ServerPipeline | undefined }
  /** Stop and close all pipelines and the pool, and tell with `closed`: the shell is gone then. */
  | { readonly type: 'closePool' };

/**
 * A shell: the server's end of WSMan around a server's pool. Requests are kept until there is something to answer; time is the
 * caller's (`timeOut` when a request's operation time-out has elapsed).
 */
export class WsmanShell {
  /** The name that the client uses for it. */
  readonly id: string;

  /** Takes the Create that asked for the shell; it is answered like any other request. */
  constructor(
    readonly pool: ServerRunspacePool,
    create: IncomingRequest,
    private readonly options: WsmanShellOptions,
  ) {
    this.id = create.shellId ?? options.newGuid();
  }

  /** The requests that wait for their answer. */
  get pendingRequests(): readonly IncomingRequest[] {
    throw new Error(this.options.url);
  }

  /** Takes a request for this shell. It never throws: what is wrong is answered with a fault. */
  receiveRequest(request: IncomingRequest): void {
    throw new Error(`under way ${request.messageId}`);
  }

  /** The next answer that is ready: ask after every event that was handled and everything that was written to the pool. */
  nextAnswer(): WsmanAnswer | undefined {
    throw new Error('under way');
  }

  /** What the received requests mean; undefined if they mean nothing more. It never throws: a broken pool answers with faults. */
  nextEvent(): ServerEvent | WsmanServerEvent | undefined {
    throw new Error('under way');
  }

  /** The operation time-out of a request has elapsed: it is answered with what there is, or the fault that says so. */
  timeOut(request: IncomingRequest): void {
    throw new Error(`under way ${request.messageId}`);
  }

  /** The connection that a request came by is gone: nothing is answered to it, and nothing lost by that. */
  abandon(request: IncomingRequest): void {
    throw new Error(`under way ${request.messageId}`);
  }

  /** Refuses a request that waits. */
  refuse(request: IncomingRequest, details: FaultDetails): void {
    throw new Error(`under way ${request.messageId} ${details.kind}`);
  }

  /** What the client asked to close is closed; EMPTY_GUID is the pool, and with it everything that waits is answered. */
  closed(pipelineId: string): void {
    throw new Error(`under way ${pipelineId}`);
  }
}
