import { realpathSync } from 'node:fs';
import type { RootDatabase, RootDatabaseOptions } from 'lmdb' with { 'resolution-mode': 'import' };

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

/**
 * Opens an environment, or joins those who have it open in this process. A reader joins a writer; a writer waits until
 * readers are done.
 * @param path an existing folder
 * @throws what LMDB throws
 */
export async function openEnvironment(path: string, options: RootDatabaseOptions): Promise<Environment> {
  const real = realpathSync(path);
  const isReadOnly = options.readOnly === true;
  for (;;) {
    const entry = environments.get(real);
    if (!entry) break;
    if (entry.closed) await entry.closed;
    else if (entry.isReadOnly && !isReadOnly) await new Promise((resolve) => setImmediate(resolve));
    else return join(real, entry);
  }
  const root = import('lmdb').then(({ open }) => open({ ...options, path: real }));
  const entry: Entry = { root, isReadOnly, users: 0 };
  environments.set(real, entry);
  return join(real, entry);
}

async function join(path: string, entry: Entry): Promise<Environment> {
  entry.users++;
  let isReleased = false;
  const release = async (): Promise<void> => {
    if (isReleased) return;
    isReleased = true;
    entry.users--;
    if (entry.users > 0) return;
    entry.closed = entry.root.then((root) => root.close()).finally(() => environments.delete(path));
    await entry.closed;
  };
  try {
    return { root: await entry.root, release };
  } catch (error) {
    environments.delete(path);
    throw error;
  }
}
