import { runIsUnderWay, type LockWorld } from './run-lock';
import type { Store } from './store';

/** So often the store is looked at. */
const LOOK_EVERY_MS = 250;

/**
 * Tells whether a run of another task is under way for the same connection, whatever process it is in: its lock in the
 * store is its heartbeat. Cheap enough to be asked before every command.
 */
export function watchRuns(store: Store, task: string, world: LockWorld): () => boolean {
  let lookedAtMs = -Infinity;
  let isUnderWay = false;
  return () => {
    const now = world.clock();
    if (Math.abs(now - lookedAtMs) >= LOOK_EVERY_MS) {
      lookedAtMs = now;
      isUnderWay = runIsUnderWay(store, task, world);
    }
    return isUnderWay;
  };
}
