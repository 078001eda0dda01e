import { mkdirSync } from 'node:fs';
import type { Database, RootDatabase } from 'lmdb' with { 'resolution-mode': 'import' };
import { commitFailure } from './commit-failure';
import { openEnvironment, type Environment } from './environments';
import { StateError } from './state-error';

/**
 * Tables of many small records, keyed by bytes: an LMDB environment of its own, apart from the journal, so that a large
 * inventory never makes an action wait for the disk. What a table holds is not held in memory.
 */
export interface KeyedStore {
  /** A table of plain bytes. */
  bytes(name: string): KeyedTable<Buffer>;
  /** A table of records, kept as JSON. */
  records<T>(name: string): KeyedTable<T>;
  /**
   * Makes changes, all or none; only inside are put and remove allowed. When the promise resolves, they are there for
   * every reader, and survive the end of the process, however it ends. @throws StateError, also what the fence gives
   */
  write(change: () => void): Promise<void>;
  /** As write, at once: for data that this process alone has, and that is made anew if it is lost. @throws StateError */
  writeNow(change: () => void): void;
  /** Removes everything from a table. @throws StateError */
  clear(name: string): Promise<void>;
  /** From now on every write asks first whether it may; what the fence gives is thrown instead. */
  fence(refuse: () => StateError | undefined): void;
  /** Resolves when everything written survives the end of the machine as well. */
  flushed(): Promise<void>;
  close(): Promise<void>;
}

/** Keys from `from` on, and below `below`, in the order of their bytes. */
export interface ByteRange {
  readonly from?: Buffer;
  readonly below?: Buffer;
  readonly limit?: number;
}

/** Records by key. */
export interface KeyedTable<T> {
  get(key: Buffer): T | undefined;
  has(key: Buffer): boolean;
  put(key: Buffer, record: T): void;
  remove(key: Buffer): void;
  entries(range?: ByteRange): Iterable<readonly [key: Buffer, record: T]>;
  keys(range?: ByteRange): Iterable<Buffer>;
  /** How many records there are. */
  count(): number;
}

/** How a keyed store is opened. */
export interface KeyedStoreOptions {
  /**
   * A scratch store is not carried to the disk in any hurry. It survives the end of the process, but after the end of the
   * machine it must not be opened any more.
   */
  readonly isScratch: boolean;
}

/** Records of fewer bytes are not compressed. */
const COMPRESSED_FROM = 300;

/** Opens a store in a folder of its own. @throws StateError */
export async function openKeyedStore(path: string, { isScratch }: KeyedStoreOptions): Promise<KeyedStore> {
  try {
    mkdirSync(path, { recursive: true });
    const environment = await openEnvironment(path, {
      encoding: 'binary',
      keyEncoding: 'binary',
      maxDbs: 16,
      noSync: isScratch,
    });
    return new LmdbKeyedStore(path, environment, isScratch);
  } catch (error) {
    throw failed(path, 'opened', error);
  }
}

class LmdbKeyedStore implements KeyedStore {
  #refuse: () => StateError | undefined = () => undefined;
  readonly #tables = new Map<string, Database<unknown, Buffer>>();
  private readonly root: RootDatabase;

  constructor(
    private readonly path: string,
    private readonly environment: Environment,
    private readonly isScratch: boolean,
  ) {
    this.root = environment.root;
  }

  bytes(name: string): KeyedTable<Buffer> {
    return new LmdbTable(this.#table(name, 'binary') as Database<Buffer, Buffer>);
  }

  records<T>(name: string): KeyedTable<T> {
    return new LmdbTable(this.#table(name, 'json') as Database<T, Buffer>);
  }

  async write(change: () => void): Promise<void> {
    const guarded = new Guarded(() => {
      const refused = this.#refuse();
      if (refused) throw refused;
      change();
    });
    try {
      await this.root.transaction(guarded.run);
    } catch (error) {
      throw failed(this.path, 'written', await commitFailure(error));
    }
    guarded.rethrow();
  }

  writeNow(change: () => void): void {
    const guarded = new Guarded(change);
    try {
      this.root.transactionSync(guarded.run);
    } catch (error) {
      throw failed(this.path, 'written', error);
    }
    guarded.rethrow();
  }

  async clear(name: string): Promise<void> {
    try {
      await this.#tables.get(name)?.clearAsync();
    } catch (error) {
      throw failed(this.path, 'written', await commitFailure(error));
    }
  }

  fence(refuse: () => StateError | undefined): void {
    this.#refuse = refuse;
  }

  async flushed(): Promise<void> {
    try {
      await this.root.flushed;
    } catch (error) {
      throw failed(this.path, 'written', await commitFailure(error));
    }
  }

  close(): Promise<void> {
    return this.environment.release();
  }

  /** Scratch is large and short-lived; records of a state have little in them that could be made smaller. */
  #compression(encoding: 'binary' | 'json'): { compression?: { threshold: number } } {
    return this.isScratch && encoding === 'json' ? { compression: { threshold: COMPRESSED_FROM } } : {};
  }

  #table(name: string, encoding: 'binary' | 'json'): Database<unknown, Buffer> {
    const known = this.#tables.get(name);
    if (known) return known;
    const opened = this.root.openDB<unknown, Buffer>({
      name,
      keyEncoding: 'binary',
      encoding,
      ...this.#compression(encoding),
    });
    this.#tables.set(name, opened);
    return opened;
  }
}

/** A change whose own errors are told from the store's. They come before its first write, or of what is made anew. */
class Guarded {
  #thrown: { readonly error: unknown } | undefined;

  constructor(private readonly change: () => void) {}

  readonly run = (): void => {
    try {
      this.change();
    } catch (error) {
      this.#thrown = { error };
    }
  };

  rethrow(): void {
    if (this.#thrown) throw this.#thrown.error;
  }
}

class LmdbTable<T> implements KeyedTable<T> {
  constructor(private readonly database: Database<T, Buffer>) {}

  get(key: Buffer): T | undefined {
    return this.database.get(key);
  }

  has(key: Buffer): boolean {
    return this.database.doesExist(key);
  }

  put(key: Buffer, record: T): void {
    // Inside a transaction it is done when it returns; the transaction's promise tells of failures.
    void this.database.put(key, record);
  }

  remove(key: Buffer): void {
    void this.database.remove(key);
  }

  *entries(range: ByteRange = {}): Iterable<readonly [Buffer, T]> {
    for (const { key, value } of this.database.getRange(rangeOptions(range))) yield [key, value] as const;
  }

  keys(range: ByteRange = {}): Iterable<Buffer> {
    return this.database.getKeys(rangeOptions(range));
  }

  count(): number {
    return (this.database.getStats() as { entryCount: number }).entryCount;
  }
}

function rangeOptions({ from, below, limit }: ByteRange): { start?: Buffer; end?: Buffer; limit?: number } {
  return {
    ...(from === undefined ? {} : { start: from }),
    ...(below === undefined ? {} : { end: below }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function failed(path: string, what: string, error: unknown): StateError {
  if (error instanceof StateError) return error;
  const why = error instanceof Error ? error.message : String(error);
  const detail = `${why} Check that the folder is writable and the disk not full.`;
  return new StateError('state.unavailable', `The inventory's state in ${path} cannot be ${what}.`, detail, error);
}
