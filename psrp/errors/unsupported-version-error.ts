import { PSRPError } from './psrp-error';

/** The other side speaks a version that this one cannot. */
export class UnsupportedVersionError extends PSRPError {
  override readonly name = 'UnsupportedVersionError';

  constructor(
    /** Which of the three versions of a session capability. */
    readonly which: 'protocolversion' | 'PSVersion' | 'SerializationVersion',
    readonly offered: string,
    readonly supported: string,
  ) {
    super(`The other side offers ${which} ${offered}; supported is ${supported}`);
  }
}
