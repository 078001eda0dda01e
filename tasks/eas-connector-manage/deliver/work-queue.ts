import type { InventoryState } from '../state/inventory-state';
import { NOT_DUE } from '../state/plan-statistics';

/** A group that is still to be delivered. */
export interface Work {
  readonly key: Buffer;
  /** The group's number in the spool. */
  readonly number: number;
}

/** Keys that are read at once. */
const CHUNK = 500;

/** The key of a group in the queue: its priority, then its number. */
export function workKey(priority: number, number: number): Buffer {
  const key = Buffer.allocUnsafe(8);
  key.writeUInt32BE(priority, 0);
  key.writeUInt32BE(number, 4);
  return key;
}

/** The groups whose statistics are not read. */
export const notDueWork = (state: InventoryState): Iterable<Work> =>
  queued(state, workKey(NOT_DUE, 0), workKey(NOT_DUE + 1, 0));

/** The groups whose statistics are due, the most urgent first. */
export const dueWork = (state: InventoryState): Iterable<Work> => queued(state, workKey(NOT_DUE + 1, 0), undefined);

/** Reads the queue piece by piece: while it is worked on, what has been delivered goes out of it. */
function* queued(state: InventoryState, from: Buffer, below: Buffer | undefined): Iterable<Work> {
  for (;;) {
    const keys = [...state.workKeys({ from, ...(below ? { below } : {}), limit: CHUNK })].map((key) =>
      Buffer.from(key),
    );
    for (const key of keys) yield { key, number: key.readUInt32BE(4) };
    const last = keys.at(-1);
    if (!last || keys.length < CHUNK) return;
    from = Buffer.concat([last, Buffer.of(0)]);
  }
}
