import { existsSync } from 'node:fs';
import type { RunInventory, RunRecord } from './run-record';

/** What the host holds of a connection's inventory. */
export interface HeldInventory {
  /** The state of the last complete inventory; empty if it, or something that it builds on, is missing. */
  readonly stateId: string;
  /** What is stored of an inventory that did not come to its end; undefined if nothing, or not all of it. */
  readonly stored: { readonly runId: string; readonly sequence: number } | undefined;
  /** The runs whose results are needed for both. */
  readonly needed: readonly RunRecord[];
}

/**
 * Finds out what the host holds, from its history, oldest first. A delta is worth nothing without the results that it
 * builds on, back to the full inventory, so these have to be there.
 */
export function heldInventory(
  history: readonly RunRecord[],
  isThere: (path: string) => boolean = existsSync,
): HeldInventory {
  const runs = history.filter(({ inventory }) => inventory !== undefined);
  const last = runs.at(-1);
  const complete = runs.findLast((run) => run.inventory?.stateId);
  const base = complete && chain(complete, runs, isThere);
  const isOpen = last !== undefined && last.inventory?.stateId === '';
  const open = isOpen ? parts(last, runs, isThere) : undefined;
  return {
    stateId: base ? (complete.inventory?.stateId ?? '') : '',
    stored: open && last ? { runId: last.runId, sequence: last.results } : undefined,
    needed: [...(base ?? []), ...(open ?? [])],
  };
}

/** All runs that a complete inventory builds on; undefined if one is missing. */
function chain(
  newest: RunRecord,
  runs: readonly RunRecord[],
  isThere: (path: string) => boolean,
): readonly RunRecord[] | undefined {
  const found: RunRecord[] = [];
  let current: RunRecord | undefined = newest;
  while (current) {
    const own = parts(current, runs, isThere);
    if (!own) return undefined;
    found.push(...own);
    const delta: RunInventory | undefined = current.inventory;
    if (!delta || delta.isFull) return found;
    const older: readonly RunRecord[] = runs.slice(0, runs.indexOf(current));
    current = older.findLast(({ inventory }) => inventory?.stateId === delta.baseStateId);
  }
  return undefined;
}

/** The runs that delivered one inventory, the last of them given; undefined if one is missing. */
function parts(
  last: RunRecord,
  runs: readonly RunRecord[],
  isThere: (path: string) => boolean,
): readonly RunRecord[] | undefined {
  const found: RunRecord[] = [];
  for (let current: RunRecord | undefined = last; ;) {
    if (!current || found.includes(current) || !isThere(current.resultsFile)) return undefined;
    found.push(current);
    const { resumesRunId = '' }: { resumesRunId?: string } = current.inventory ?? {};
    if (resumesRunId === '') return found;
    current = runs.find(({ runId }) => runId === resumesRunId);
  }
}
