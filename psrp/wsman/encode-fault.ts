import { PSRPError } from '../errors/psrp-error';
import type { WsmanFaultKind } from './wsman-fault';

/** An answer as HTTP has it, `application/soap+xml;charset=UTF-8`. */
export interface EncodedAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** What a server refuses a request with. */
export interface FaultDetails {
  readonly kind: Exclude<WsmanFaultKind, 'http' | 'other'>;
  /** WinRM's own text for the kind if left out. */
  readonly text?: string;
  /** Another code than the kind's own, such as that of another quota. */
  readonly code?: number;
  readonly provider?: string;
}

/** A request that is to be refused. */
export class WsmanFaultError extends PSRPError {
  override readonly name = 'WsmanFaultError';

  constructor(
    readonly details: FaultDetails,
    /** The MessageID of the request, if it could be read. */
    readonly relatesTo: string | undefined,
  ) {
    super(details.text ?? `The request is refused: ${details.kind}`);
  }
}

/** A fault as WinRM writes it, with the genuine codes, subcode and HTTP status of its kind. */
export function encodeFault(
  details: FaultDetails,
  context: { readonly relatesTo: string | undefined; readonly newGuid: () => string; readonly machine?: string },
): EncodedAnswer {
  throw new Error(`under way ${details.kind} ${context.newGuid()}`);
}
