import type { RunOutcome } from '../protocol';

/**
 * How the commands end. The first four are outcomes of runs; the others, above 63, are mistakes in the call or on the
 * computer, numbered as in sysexits.h. docs/cli.md lists them for users.
 */
export const EXIT = {
  succeeded: 0,
  failed: 1,
  partial: 2,
  /** Cancelled; or not run at all, because the connector is disabled. */
  cancelled: 3,
  /** The command line is wrong. */
  usage: 64,
  /** A file that was named cannot be read. */
  noInput: 66,
  /** Something that is needed is not there: a running dev host, a part of the product. */
  unavailable: 69,
  /** A fault of the program itself. */
  software: 70,
  /** A file cannot be written. */
  cannotCreate: 73,
} as const;

/** An exit code. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a run. */
export function exitCodeOf(outcome: RunOutcome | 'notRun'): ExitCode {
  return outcome === 'notRun' ? EXIT.cancelled : EXIT[outcome];
}

/** The exit code of several runs: a failure beats a partial success beats a cancellation beats a success. */
export function worstExitCode(outcomes: readonly (RunOutcome | 'notRun')[]): ExitCode {
  const codes = outcomes.map(exitCodeOf);
  return [EXIT.failed, EXIT.partial, EXIT.cancelled].find((code) => codes.includes(code)) ?? EXIT.succeeded;
}
