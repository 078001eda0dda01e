import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'lmdb' with { 'resolution-mode': 'import' };
import { commitFailure } from './commit-failure';
import { openEnvironment, type Environment } from './environments';
import { StateError } from './state-error';

/**
 * What the connector keeps on disk for one connection: an LMDB environment in the folder `connections/<id>` of the data
 * folder. Several processes may have it open at once; a crash at any moment leaves the last committed state.
 */
export interface Store {
  /** A named collection of records, kept as JSON. */
  collection<T>(name: string): Collection<T>;
  /** Writes several records, of any collections, all or none. Resolves when they are on disk. @throws StateError */
  write(changes: readonly StoreChange[]): Promise<void>;
  /**
   * From now on every write asks first, within its own transaction, whether this run may still write; what the fence
   * gives is thrown instead. A run that has lost its lock can record nothing more, and so can send nothing more.
   */
  fence(refuse: () => StateError | undefined): void;
  /** Throws what the fence gives, without writing: for what must not happen after the lock was lost. @throws StateError */
  checkFence(): void;
  close(): Promise<void>;
}

/** A record to put, or, without one, to remove. */
export interface StoreChange {
  readonly collection: string;
  readonly key: string;
  readonly record?: unknown;
}

/** Keys from `from` on, and below `below`. */
export interface KeyRange {
  readonly from?: string;
  readonly below?: string;
}

/** Records by key. */
export interface Collection<T> {
  get(key: string): T | undefined;
  /** Resolves when the record is on disk. @throws StateError */
  put(key: string, record: T): Promise<void>;
  /** Resolves when the removal is on disk. @throws StateError */
  remove(key: string): Promise<void>;
  /** All records, or those of a range, by key in order. */
  entries(range?: KeyRange): Iterable<readonly [key: string, record: T]>;
  /**
   * Changes a record in one transaction that no other process can come between: `decide` gets what is there and gives
   * what shall be there, or undefined to leave it.
   */
  update(key: string, decide: (current: T | undefined) => T | undefined): Promise<T | undefined>;
}

/**
 * A transaction is committed when it is on disk, and not before: lmdb would otherwise have whoever waits for the disk wait for
 * ever if a transaction after theirs failed.
 */
const OPTIONS = { encoding: 'json', maxDbs: 64, overlappingSync: false } as const;

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
    return new LmdbStore(await openEnvironment(path, OPTIONS));
  } catch (error) {
    throw unavailable(`The state in ${path} cannot be opened.`, error);
  }
}

class LmdbStore implements Store {
  #refuse: () => StateError | undefined = () => undefined;
  readonly #databases = new Map<string, Database<unknown, string>>();

  constructor(private readonly environment: Environment) {}

  collection<T>(name: string): Collection<T> {
    const database = this.#database(name) as Database<T, string>;
    const what = (key: string): string => `The record ${key} of ${name}`;
    return {
      get: (key) => database.get(key),
      put: (key, record) => this.#transaction(what(key), () => void database.put(key, record)),
      remove: (key) => this.#transaction(what(key), () => void database.remove(key)),
      *entries({ from, below } = {}) {
        const range = {
          ...(from === undefined ? {} : { start: from }),
          ...(below === undefined ? {} : { end: below }),
        };
        for (const { key, value } of database.getRange(range)) yield [key, value] as const;
      },
      update: async (key, decide) => {
        let result: T | undefined;
        await this.#transaction(what(key), () => {
          result = decide(database.get(key));
          if (result !== undefined) void database.put(key, result);
        });
        return result;
      },
    };
  }

  write(changes: readonly StoreChange[]): Promise<void> {
    const opened = changes.map((change) => ({ ...change, database: this.#database(change.collection) }));
    const first = changes[0];
    return this.#transaction(first ? `The record ${first.key} of ${first.collection}` : 'Nothing', () => {
      for (const { database, key, record } of opened) {
        if (record === undefined) void database.remove(key);
        else void database.put(key, record);
      }
    });
  }

  fence(refuse: () => StateError | undefined): void {
    this.#refuse = refuse;
  }

  checkFence(): void {
    const refused = this.#refuse();
    if (refused) throw refused;
  }

  close(): Promise<void> {
    return this.environment.release();
  }

  #database(name: string): Database<unknown, string> {
    const known = this.#databases.get(name);
    if (known) return known;
    const opened = this.environment.root.openDB<unknown, string>({ name, encoding: 'json' });
    this.#databases.set(name, opened);
    return opened;
  }

  /** Runs writes in one transaction, unless the fence refuses; resolves when they are on disk. */
  async #transaction(what: string, change: () => void): Promise<void> {
    let refused: StateError | undefined;
    try {
      await this.environment.root.transaction(() => {
        refused = this.#refuse();
        if (!refused) change();
      });
    } catch (error) {
      throw unavailable(`${what} could not be written.`, await commitFailure(error));
    }
    if (refused) throw refused;
  }
}

function unavailable(message: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new StateError(
    'state.unavailable',
    message,
    `${why} Check that the folder is writable and the disk not full.`,
    error,
  );
}
