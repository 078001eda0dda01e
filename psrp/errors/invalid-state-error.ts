import { PSRPError } from './psrp-error';

/** A call that the state of a runspace pool or pipeline does not allow: a mistake of the caller. */
export class InvalidStateError extends PSRPError {
  override readonly name = 'InvalidStateError';

  constructor(
    readonly subject: 'runspace pool' | 'pipeline',
    readonly action: string,
    readonly state: string,
    readonly expected: readonly string[],
  ) {
    super(`Cannot ${action}: the ${subject} is ${state}, not ${expected.join(' or ')}`);
  }
}
