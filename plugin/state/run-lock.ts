import { StateError } from './state-error';
import type { Store } from './store';

/** Who holds the lock of a task. */
export interface LockHolder {
  readonly pid: number;
  readonly runId: string;
  /** Milliseconds since 1970, renewed while the run is alive. */
  readonly aliveAt: number;
}

/** What a lock needs to know of the world. */
export interface LockWorld {
  readonly pid: number;
  readonly clock: () => number;
  /** Whether a process of this id exists on this computer. */
  readonly isAlive: (pid: number) => boolean;
}

/** A holder that has given no sign of life for this long is dead, even if another process has its id now. */
const SILENCE_MS = 120_000;
const RENEWAL_MS = 20_000;

/**
 * Takes the lock of a task for a connection: one run of a task at a time, whatever process it is in. A dead run's lock
 * is taken over.
 * @returns what releases it
 * @throws StateError state.locked
 */
export async function takeRunLock(
  store: Store,
  task: string,
  runId: string,
  world: LockWorld,
): Promise<() => Promise<void>> {
  const locks = store.collection<LockHolder>('locks');
  const mine = (): LockHolder => ({ pid: world.pid, runId, aliveAt: world.clock() });
  let other: LockHolder | undefined;
  await locks.update(task, (current) => {
    other = current !== undefined && isHeld(current, world) ? current : undefined;
    return other ? undefined : mine();
  });
  if (other) throw locked(task, other);
  const renewal = setInterval(() => {
    // A missed renewal only brings the take-over nearer; the run's own writes will say what is wrong with the disk.
    locks.update(task, (current) => (current?.runId === runId ? mine() : undefined)).catch(() => undefined);
  }, RENEWAL_MS);
  renewal.unref();
  return async () => {
    clearInterval(renewal);
    await locks.update(task, (current) => (current?.runId === runId ? { ...current, aliveAt: 0 } : undefined));
  };
}

function isHeld(holder: LockHolder, world: LockWorld): boolean {
  return world.clock() - holder.aliveAt < SILENCE_MS && world.isAlive(holder.pid);
}

function locked(task: string, { pid, runId, aliveAt }: LockHolder): StateError {
  const since = new Date(aliveAt).toISOString();
  return new StateError(
    'state.locked',
    `Another run of ${task} for this connection is under way.`,
    `Run ${runId} in process ${String(pid)}, last seen ${since}. It ends by itself; if it is dead, its lock is taken over after two minutes.`,
  );
}

/** The real world's view of processes. */
export function processIsAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
