import type { WsmanFault } from './wsman-fault';
import type { WsmanOperation } from './wsman-request';

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
  /**
   * The pool is of no more use: close it, which asks the server to delete the shell if there may be one. Of a Delete: the shell
   * may be left at the server; closePool tries again.
   */
  | { readonly type: 'poolFault'; readonly operation: WsmanOperation; readonly fault: WsmanFault };

/** What is to be done about a request whose answer did not arrive whole. */
export type FailedRequest =
  /** nextRequest gives it once more, marked as a retransmission: the server is known to keep its answer. */
  | 'repeat'
  /** Nobody waits for its answer any more. */
  | 'ignored'
  /** What the server did is unknown: the pool is broken. Only closePool is left, which can be called again for a Delete. */
  | 'broken';
