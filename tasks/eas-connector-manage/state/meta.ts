import type { Problem } from '../../../protocol';
import type { HashKey } from './field-hash';

/** The shape of everything in the inventory's state. A state of another shape is dropped: the next inventory is full. */
export const STATE_FORMAT = 1;

/** How far an inventory has come. */
export type Phase = 'mailboxes' | 'partnerships' | 'plan' | 'deliver';

/** An inventory that has begun and not ended. */
export interface CurrentInventory {
  /** Names its spool. */
  readonly id: string;
  /** The last run whose first result the host has acknowledged; empty if there was none. */
  readonly runId: string;
  /** A run that has sent its first result and not heard of it; empty if there is none. */
  readonly startingRunId: string;
  readonly isFull: boolean;
  /** For a delta: the state that it is based on. */
  readonly baseStateId: string;
  /** The state that the host said it holds when the inventory began. */
  readonly hostStateId: string;
  readonly fingerprint: string;
  /** When its lists began to be read, in milliseconds since 1970. */
  readonly begunAt: number;
  /** When the machine was started, in milliseconds since 1970: a spool does not outlive the machine. */
  readonly bootedAt: number;
  readonly phase: Phase;
  /** Whether the host, when it began, held the last complete state, made with the same fingerprint. */
  readonly hostHoldsBase: boolean;
  /** The state that the host will hold at the end; set before the summary is sent. */
  readonly nextStateId: string;
  /** What its lists have shown of the scope, to be said in the summary; absent in the state of an older connector. */
  readonly scopeProblems?: readonly Problem[];
}

/** What is known of the inventories of a connection. */
export interface Meta {
  readonly format: number;
  /** The run that may write. */
  readonly owner: string;
  readonly hashKey: HashKey;
  /** The last complete inventory that the host has; empty if there is none, or what it had is no longer known. */
  readonly stateId: string;
  /** Scope, target and version that the state was made with. */
  readonly fingerprint: string;
  /** Complete deltas since the last full inventory. */
  readonly deltas: number;
  readonly current: CurrentInventory | undefined;
  /** How many commands a minute Exchange was found to allow. */
  readonly pace?: { readonly allowedPerMinute: number; readonly at: number } | undefined;
}
