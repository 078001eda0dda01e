import type { ExitCode } from './exit-codes';

/** A mistake that the caller can put right. The message is one clear sentence; it is printed without a stack. */
export class CliError extends Error {
  override readonly name = 'CliError' as const;
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}
