import type { Completed } from '../../protocol';

/** How severe a log record is. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** A log record. Fields are particulars; a secret never gets into one. */
export interface LogRecord {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** How far a run has come. `total` is 0 while it is not known. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** What a host gives to a run in its own process. */
export interface Host {
  /** Where the plugin may keep state. */
  readonly dataDir: string;
  /** The task's own log folder. */
  readonly logDir: string;
  /** The host's id of the run. */
  readonly runId: string;
  /** Aborted when the host cancels the run. */
  readonly signal: AbortSignal;
  /** Hands over a ManageResult or SecurityResult; resolves when the host has stored it. */
  emit(result: Uint8Array): Promise<void>;
  /** Says how far the run has come. */
  progress(progress: Progress): void;
  /** A record for the host's scheduler.log. */
  log(record: LogRecord): void;
}

/** The entry point of a task. */
export type TaskEntryPoint = (settings: Uint8Array, host: Host) => Promise<Completed>;
