import type { LogRecord } from '../host/host';
import type { Sleep } from '../network';

/** What every session takes from outside. */
export interface SessionDependencies {
  /** The time in milliseconds since 1970. */
  readonly clock: () => number;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly sleep: Sleep;
  /** Aborts the opening. A session that is open is ended with close(). */
  readonly signal: AbortSignal;
  readonly log: (record: LogRecord) => void;
}
