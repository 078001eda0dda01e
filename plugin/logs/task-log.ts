import type { Secret } from '../../protocol';

/** Particulars of a record. There is no way to put an object into one, except a secret, which prints as [secret]. */
export type LogFields = Readonly<Record<string, string | number | boolean | Secret | undefined>>;

/** The log of one run of a task: its own file, and the host's log. */
export interface TaskLog {
  /** Every command with its parameters and duration. */
  debug(message: string, fields?: LogFields): void;
  /** What happens, step by step. */
  info(message: string, fields?: LogFields): void;
  /** What a person should look at. */
  warn(message: string, fields?: LogFields): void;
  /** What has failed. */
  error(message: string, fields?: LogFields): void;
  /** The same log with fields that every record gets. */
  child(fields: LogFields): TaskLog;
  /**
   * Masks secrets in every line from now on, in this log, its parents and its children. No line should hold one
   * anyway; this is for the text of others, who may quote what they were sent. See SecretMask for what it cannot do.
   */
  hide(secrets: readonly (Secret | undefined)[]): void;
}
