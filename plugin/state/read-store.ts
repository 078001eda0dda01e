import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'lmdb' with { 'resolution-mode': 'import' };
import { openEnvironment } from './environments';
import { StateError } from './state-error';

/** The connections whose state is in a data folder, by name. */
export function storedConnections(dataDir: string): readonly string[] {
  const folder = join(dataDir, 'connections');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'data.mdb')))
    .sort();
}

/**
 * Reads all records of one collection of a connection's state, by key in order. Opened for reading only: a connector that
 * runs meanwhile is not disturbed, and what it writes meanwhile is either seen whole or not at all.
 * @throws StateError
 */
export async function readCollection(
  dataDir: string,
  connectionId: string,
  name: string,
): Promise<readonly (readonly [key: string, record: unknown])[]> {
  const path = join(dataDir, 'connections', connectionId);
  try {
    const environment = await openEnvironment(path, { encoding: 'json', maxDbs: 64, readOnly: true });
    try {
      // Opened for reading only, a collection that nobody has written to yet is none, whatever the types say.
      const database = environment.root.openDB<unknown, string>({ name, encoding: 'json' }) as
        Database<unknown, string> | undefined;
      return [...(database?.getRange() ?? [])].map(({ key, value }) => [key, value] as const);
    } finally {
      await environment.release();
    }
  } catch (error) {
    if (error instanceof StateError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StateError('state.unavailable', `The state in ${path} cannot be read.`, why, error);
  }
}
