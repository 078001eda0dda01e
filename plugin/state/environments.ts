import { realpathSync, statfsSync } from 'node:fs';
import type { RootDatabase, RootDatabaseOptions } from 'lmdb' with { 'resolution-mode': 'import' };
import { checkEnvironment } from './check-environment';
import { commitFailure } from './commit-failure';

/** An LMDB environment, in use until it is released. */
export interface Environment {
  readonly root: RootDatabase;
  release(): Promise<void>;
}

interface Entry {
  readonly root: Promise<RootDatabase>;
  readonly isReadOnly: boolean;
  users: number;
  closed?: Promise<void>;
}

/**
 * The environments that this process has open, by real path. This is state of the process, not of a run: LMDB forbids
 * one process to open an environment twice. Where two runs of one host did, the one's transaction in a thread of its
 * own waited for the other's main thread, which waited for the transaction, for ever.
 */
const environments = new Map<string, Entry>();

/** Room for a new environment and for what a run writes first. */
const NEEDED_BYTES = 1024 * 1024;

/** Of a file system: its blocks, those that are free, and how many bytes each has. */
type Space = Readonly<Record<'blocks' | 'bavail' | 'bsize', number>>;

/**
 * Opens an environment, or joins those who have it open in this process. A reader joins a writer; a writer waits until
 * readers are done. Writes are transactions of their own: of those that lmdb gathers by itself it makes a promise that
 * nobody gets, and that ends the process when the disk is full.
 * @param path an existing folder
 * @throws what LMDB throws; StateError if the file is damaged; and an error if there is no room on the disk
 */
export async function openEnvironment(
  path: string,
  options: RootDatabaseOptions,
  spaceOf: (path: string) => Space = statfsSync,
): Promise<Environment> {
  const real = realpathSync(path);
  const isReadOnly = options.readOnly === true;
  if (!isReadOnly) refuseFullDisk(spaceOf(real));
  for (;;) {
    const entry = environments.get(real);
    if (!entry) break;
    if (entry.closed) await entry.closed;
    else if (entry.isReadOnly && !isReadOnly) await new Promise((resolve) => setImmediate(resolve));
    else return join(real, entry);
  }
  checkEnvironment(real, isReadOnly);
  const root = import('lmdb').then(({ open }) => open({ ...options, eventTurnBatching: false, path: real }));
  const entry: Entry = { root, isReadOnly, users: 0 };
  environments.set(real, entry);
  return join(real, entry);
}

/**
 * LMDB makes its lock file without room on the disk and writes to it in memory: where there is none the system ends the
 * process at once (SIGBUS), and nobody is told why.
 */
function refuseFullDisk({ blocks, bavail, bsize }: Space): void {
  // Some network file systems do not say.
  if (blocks > 0 && bavail * bsize < NEEDED_BYTES) throw new Error('There is less than 1 MiB left on the disk.');
}

async function join(path: string, entry: Entry): Promise<Environment> {
  entry.users++;
  let isReleased = false;
  const release = async (): Promise<void> => {
    if (isReleased) return;
    isReleased = true;
    entry.users--;
    if (entry.users > 0) return;
    entry.closed = entry.root.then((root) => close(root, entry.isReadOnly)).finally(() => environments.delete(path));
    await entry.closed;
  };
  try {
    return { root: await entry.root, release };
  } catch (error) {
    environments.delete(path);
    throw error;
  }
}

/**
 * Closes an environment. lmdb waits for its last transaction to be flushed, for ever if that one failed: so the last one
 * is one that has nothing to write.
 */
async function close(root: RootDatabase, isReadOnly: boolean): Promise<void> {
  if (!isReadOnly) await root.transaction(() => undefined).catch(commitFailure);
  await root.close();
}
