import { PSRPError } from './psrp-error';

/** Something is larger than the limits allow. Thrown before it is buffered or built. */
export class LimitError extends PSRPError {
  override readonly name = 'LimitError';

  constructor(
    /** The option that sets the limit. */
    readonly limit: string,
    readonly maximum: number,
  ) {
    super(`More than the limit allows: ${limit} is ${maximum}`);
  }
}
