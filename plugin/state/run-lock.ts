import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { StateError } from './state-error';
import type { Store } from './store';

/** Who holds the lock of a task. */
export interface LockHolder {
  readonly pid: number;
  /** The computer that the process runs on: on another one its id says nothing. */
  readonly computer: string;
  readonly runId: string;
  /** Names this holding of the lock, and no other. */
  readonly token: string;
  /** Milliseconds since 1970, renewed while the run is alive. */
  readonly aliveAt: number;
}

/** What a lock needs to know of the world. */
export interface LockWorld {
  readonly pid: number;
  readonly clock: () => number;
  /** Whether a process of this id exists on this computer. */
  readonly isAlive: (pid: number) => boolean;
  /** This computer's name; the system's if absent. */
  readonly computer?: string;
}

/** A holder that has given no sign of life for this long is dead, even if another process has its id now. */
const SILENCE_MS = 120_000;
const RENEWAL_MS = 20_000;

/**
 * Takes the lock of a task for a connection: one run of a task at a time, whatever process it is in. A dead run's lock
 * is taken over. Should its process not be dead but have slept, it finds itself fenced out: the lock is looked at in
 * every transaction of the store, so whoever has lost it can write nothing more.
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
  const token = randomUUID();
  const computer = world.computer ?? hostname();
  const mine = (): LockHolder => ({ pid: world.pid, computer, runId, token, aliveAt: world.clock() });
  const isMine = (holder: LockHolder | undefined): boolean => holder?.token === token;
  let other: LockHolder | undefined;
  await locks.update(task, (current) => {
    other = current !== undefined && isHeld(current, computer, world) ? current : undefined;
    return other ? undefined : mine();
  });
  if (other) throw locked(task, other);
  store.fence(() => {
    const holder = locks.get(task);
    return isMine(holder) ? undefined : lost(task, holder);
  });
  const renewal = setInterval(() => {
    // A missed renewal only brings the take-over nearer; the run's own writes will say what is wrong with the disk.
    locks.update(task, (current) => (isMine(current) ? mine() : undefined)).catch(() => undefined);
  }, RENEWAL_MS);
  renewal.unref();
  return async () => {
    clearInterval(renewal);
    await locks.update(task, (current) => (current && isMine(current) ? { ...current, aliveAt: 0 } : undefined));
  };
}

/** Whether a run of a task is under way for a connection, as its lock tells. */
export function runIsUnderWay(store: Store, task: string, world: LockWorld): boolean {
  const holder = store.collection<LockHolder>('locks').get(task);
  return holder !== undefined && isHeld(holder, world.computer ?? hostname(), world);
}

/** A sign of life from the future is none: a clock was set back, and the process id may be another's by now. */
function isHeld(holder: LockHolder, computer: string, world: LockWorld): boolean {
  if (Math.abs(world.clock() - holder.aliveAt) >= SILENCE_MS) return false;
  return holder.computer !== computer || world.isAlive(holder.pid);
}

function locked(task: string, { pid, computer, runId, aliveAt }: LockHolder): StateError {
  const since = new Date(aliveAt).toISOString();
  return new StateError(
    'state.locked',
    `Another run of ${task} for this connection is under way.`,
    `Run ${runId} in process ${String(pid)} on ${computer}, last seen ${since}. It ends by itself; if it is dead, its lock is taken over, after two minutes at the latest.`,
  );
}

function lost(task: string, holder: LockHolder | undefined): StateError {
  return new StateError(
    'state.locked',
    `This run of ${task} gave no sign of life for too long, and another run has taken its place.`,
    `Nothing more is sent. ${holder ? `The other run is ${holder.runId} in process ${String(holder.pid)}.` : ''} The computer may have slept, or its clock been set.`,
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
