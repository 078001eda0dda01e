import type { InventoryState } from '../state/inventory-state';
import { LEFT_OUT, recordHead } from '../state/partnership-record';
import { Tally } from '../tally';

/** Counts what the host has acknowledged. */
export function tallyState(state: InventoryState): Tally {
  const kinds = new Map<number, number>();
  for (const [, record] of state.partnerships()) {
    const { kind } = recordHead(record);
    if (kind === LEFT_OUT) continue;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return tallyKinds(state, kinds);
}

/** Counts by kinds as counts by names. */
export function tallyKinds(state: InventoryState, kinds: ReadonlyMap<number, number>): Tally {
  const tally = new Tally();
  for (const [kind, count] of kinds) tally.add(state.kindNames(kind), count);
  return tally;
}
