import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RootDatabase } from 'lmdb' with { 'resolution-mode': 'import' };
import { StateError } from './state-error';

/**
 * What the connector keeps on disk for one connection: an LMDB environment in the folder `connections/<id>` of the data
 * folder. Several processes may have it open at once; a crash at any moment leaves the last committed state.
 */
export interface Store {
  /** A named collection of records, kept as JSON. */
  collection<T>(name: string): Collection<T>;
  close(): Promise<void>;
}

/** Records by key. */
export interface Collection<T> {
  get(key: string): T | undefined;
  /** Resolves when the record is on disk. @throws StateError */
  put(key: string, record: T): Promise<void>;
  /** Resolves when the removal is on disk. @throws StateError */
  remove(key: string): Promise<void>;
  /** All records, by key in order. */
  entries(): Iterable<readonly [key: string, record: T]>;
  /**
   * Changes a record in one transaction that no other process can come between: `decide` gets what is there and gives
   * what shall be there, or undefined to leave it.
   */
  update(key: string, decide: (current: T | undefined) => T | undefined): Promise<T | undefined>;
}

/**
 * Opens the state of a connection.
 * @param dataDir the plugin's data folder
 * @param connectionId checked by the settings: letters, digits, dot, underscore, hyphen
 * @throws StateError
 */
export async function openStore(dataDir: string, connectionId: string): Promise<Store> {
  const path = join(dataDir, 'connections', connectionId);
  try {
    mkdirSync(path, { recursive: true });
    const { open } = await import('lmdb');
    const root = open({ path, encoding: 'json', maxDbs: 32 });
    return { collection: (name) => collection(root, name), close: () => root.close() };
  } catch (error) {
    throw unavailable(`The state in ${path} cannot be opened.`, error);
  }
}

function collection<T>(root: RootDatabase, name: string): Collection<T> {
  const database = root.openDB<T, string>({ name, encoding: 'json' });
  const durable = async (what: string, change: () => Promise<unknown>): Promise<void> => {
    try {
      await change();
      await root.flushed;
    } catch (error) {
      throw unavailable(`${what} could not be written.`, error);
    }
  };
  return {
    get: (key) => database.get(key),
    put: (key, record) => durable(`The record ${key} of ${name}`, () => database.put(key, record)),
    remove: (key) => durable(`The removal of ${key} from ${name}`, () => database.remove(key)),
    *entries() {
      for (const { key, value } of database.getRange()) yield [key, value] as const;
    },
    async update(key, decide) {
      let result: T | undefined;
      await durable(`The record ${key} of ${name}`, () =>
        database.transaction(() => {
          result = decide(database.get(key));
          if (result !== undefined) void database.put(key, result);
        }),
      );
      return result;
    },
  };
}

function unavailable(message: string, error: unknown): StateError {
  const why = error instanceof Error ? error.message : String(error);
  return new StateError(
    'state.unavailable',
    message,
    `${why} Check that the folder is writable and the disk not full.`,
    error,
  );
}
