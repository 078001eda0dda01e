import { isFinal } from '../messages/states';
import type { ServerPipeline } from '../session/server-pipeline';
import type { IncomingRequest } from './decode-request';
import type { EncodedAnswer } from './encode-fault';
import type { WsmanOperation } from './wsman-request';

/** The pool, or a pipeline, as a server of WSMan sees it: what waits for an answer, and what was answered last. */
export class ServerChannel {
  /** The server has answered its Command. */
  isAnnounced = false;
  /** Once the pool has read what created it. */
  pipeline: ServerPipeline | undefined;
  receive: IncomingRequest | undefined;
  /** The Signal or Delete that is answered when it is closed. */
  closing: IncomingRequest | undefined;
  /** The last request of each operation, with its answer once there is one: a client that lost it asks again. */
  readonly kept = new Map<WsmanOperation, { readonly operationId: string; answer: EncodedAnswer | undefined }>();

  constructor(
    readonly pipelineId: string,
    /** As the client wrote it; undefined for the pool. */
    readonly commandId: string | undefined,
  ) {}

  /** Whether nothing more will be written. */
  get hasEnded(): boolean {
    return this.pipeline !== undefined && isFinal(this.pipeline.state);
  }

  get pending(): readonly IncomingRequest[] {
    return [this.receive, this.closing].filter((request) => request !== undefined);
  }

  /** Lets a request wait no longer; false if it did not. */
  forget(request: IncomingRequest): boolean {
    if (this.receive === request) this.receive = undefined;
    else if (this.closing === request) this.closing = undefined;
    else return false;
    return true;
  }
}
