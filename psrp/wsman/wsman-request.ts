/** The operations of WSMan that carry PSRP. */
export type WsmanOperation = 'Create' | 'Command' | 'Send' | 'Receive' | 'Signal' | 'Delete';

/** An envelope that a client wants to have posted, as `application/soap+xml;charset=UTF-8`. */
export interface WsmanRequest {
  /** Its MessageID. */
  readonly id: string;
  readonly operation: WsmanOperation;
  /** EMPTY_GUID for the pool. */
  readonly pipelineId: string;
  readonly body: Uint8Array;
  /** Whether the server may hold its answer back for the operation time-out: a deadline of HTTP must be longer. */
  readonly isLongPoll: boolean;
}
