import type { Readable, Writable } from 'node:stream';
import type { TaskName } from '../../protocol';
import type { TaskEntryPoint } from './host';

/** What `serve` is given: everything that it touches. */
export interface ServeOptions {
  readonly tasks: Readonly<Record<TaskName, TaskEntryPoint>>;
  /** Who we are, from the manifest. */
  readonly plugin: { readonly name: string; readonly version: string };
  readonly input: Readable & { readonly isTTY?: boolean };
  /** Nothing else may write here; see reserveStdout. */
  readonly output: Writable;
  /** For people. */
  readonly stderr: Writable;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends the run in order, as Cancel does. For SIGTERM and SIGINT. */
  readonly signal?: AbortSignal;
  /** Subscribes to faults that nothing caught: uncaughtException and unhandledRejection. Returns the way back. */
  readonly onFault?: (listener: (error: unknown) => void) => () => void;
  readonly limits?: Partial<ServeLimits>;
}

/** Limits of the binding. Times are milliseconds. */
export interface ServeLimits {
  /** The largest frame that is taken from the host. */
  readonly maxFrameBytes: number;
  /** How many results are sent ahead of the acknowledgements, if the settings do not say. */
  readonly maxUnacknowledged: number;
  /** How long the host may take for an acknowledgement. */
  readonly ackTimeoutMs: number;
  /** How long a cancelled run may take to end, and its last results to be acknowledged. */
  readonly stopTimeoutMs: number;
}

/** What a person reads who starts it in a terminal, or pipes something else into it. */
export const STARTED_BY_HAND =
  'eas-connector serve is started by a host program, which talks to it in binary frames on its standard input and ' +
  'output. To run a task yourself: eas-connector run EASConnectorManage --settings FILE. ' +
  'For hosts in other languages see docs/hosts.';
