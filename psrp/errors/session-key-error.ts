import { PSRPError } from './psrp-error';

/** A SecureString cannot travel: there is no session key yet, or no cryptography to make one. */
export class SessionKeyError extends PSRPError {
  override readonly name = 'SessionKeyError';

  constructor(readonly action: string) {
    super(`Cannot ${action}: exchange the session key first, with cryptography given to the runspace pool`);
  }
}
