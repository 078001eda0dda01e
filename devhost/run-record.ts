import { randomBytes } from 'node:crypto';
import type { Problem, RunOutcome, TaskName } from '../protocol';

/** What made a run begin. */
export type RunTrigger = 'start' | 'schedule' | 'runNow' | 'once';

/** The history of one run, as runs.jsonl has it. Times are RFC 3339. */
export interface RunRecord {
  readonly runId: string;
  readonly task: TaskName;
  readonly trigger: RunTrigger;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly durationMs: number;
  /** `notRun`: the connector is disabled, or the dev host is stopping. */
  readonly outcome: RunOutcome | 'notRun';
  readonly problems: readonly Problem[];
  /** How many results were stored. */
  readonly results: number;
  /** The file with the results; empty if there are none. */
  readonly resultsFile: string;
  /** What the run has begun of an inventory; absent for other runs. */
  readonly inventory?: RunInventory;
}

/** What a run has begun of an inventory. */
export interface RunInventory {
  readonly isFull: boolean;
  /** For a delta: the state that it is based on. */
  readonly baseStateId: string;
  /** The run whose results it goes on with; empty if it began anew. */
  readonly resumesRunId: string;
  /** The state that it ended with; empty if it did not come to its end. */
  readonly stateId: string;
}

/** An id for a run: sorts by time, and is good in a file name. */
export function newRunId(now: number, random: () => string = () => randomBytes(3).toString('hex')): string {
  return `${new Date(now).toISOString().replace(/[-:.]/g, '')}-${random()}`;
}
