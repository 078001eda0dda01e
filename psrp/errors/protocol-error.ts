import { PSRPError } from './psrp-error';

/** The part of the protocol that was malformed. */
export type ProtocolPart =
  'line' | 'fragment' | 'message' | 'clixml' | 'payload' | 'negotiation' | 'session key' | 'envelope';

/**
 * The other side sent what the protocol does not allow. What follows cannot be trusted: the pool that threw it is
 * broken.
 */
export class ProtocolError extends PSRPError {
  override readonly name = 'ProtocolError';

  constructor(
    readonly part: ProtocolPart,
    /** What was found, and what was expected. */
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`Malformed ${part}: ${detail}`, options);
  }
}
