import type { Completed } from '../protocol';
import type { LogRecord, Progress } from '../plugin/host/host';
import type { ManifestTask } from './manifest';

/** One run of one task. */
export interface RunRequest {
  readonly task: ManifestTask;
  readonly runId: string;
  readonly settings: Uint8Array;
  /** Where the plugin may keep state. */
  readonly dataDir: string;
  /** The task's own log folder. */
  readonly logDir: string;
}

/** What a run gives to its host while it is under way. */
export interface RunEvents {
  /** Stores a result; resolves when it is on the disk. */
  store(result: Uint8Array): Promise<void>;
  progress(progress: Progress): void;
  log(record: LogRecord): void;
}

/** How a run ended, and whether the plugin itself said so. */
export interface RunEnd extends Completed {
  /** False when the plugin broke off: it threw, its process died, or it did not stop when it was told to. */
  readonly isReported: boolean;
}

/** One of the two ways in which a host runs the plugin. */
export interface Runner {
  /** For logs and the status: inProcess or process. */
  readonly binding: string;
  /**
   * Runs a task to its end. Never throws: a plugin that breaks off is a failed run with a problem.
   * @param signal cancels the run
   */
  run(request: RunRequest, events: RunEvents, signal: AbortSignal): Promise<RunEnd>;
}
