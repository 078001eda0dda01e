import type { Collection, KeyRange, Store, StoreChange } from '../../plugin/state/store';
import { StateError } from '../../plugin/state/state-error';

/** A store in memory that outlives the runs of a test, as a disk does; it can be made to fail like one. */
export class MemoryStore implements Store {
  isBroken = false;
  /** Asked before every write; what it throws is what the writer gets. */
  beforeWrite: () => void = () => undefined;
  /** Waited for after every write, as if the process slept. */
  afterWrite: () => Promise<void> = () => Promise.resolve();
  #refuse: () => StateError | undefined = () => undefined;
  readonly #collections: Map<string, Map<string, string>>;

  /** @param sharing another handle of the same disk, as a second process has it */
  constructor(sharing?: MemoryStore) {
    this.#collections = sharing ? sharing.#collections : new Map<string, Map<string, string>>();
  }

  collection<T>(name: string): Collection<T> {
    const records = this.#records(name);
    const get = (key: string): T | undefined => {
      const text = records.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    };
    return {
      get,
      put: (key, record) => this.write([{ collection: name, key, record }]),
      remove: (key) => this.write([{ collection: name, key }]),
      *entries({ from, below }: KeyRange = {}) {
        for (const key of [...records.keys()].sort()) {
          if ((from === undefined || key >= from) && (below === undefined || key < below))
            yield [key, get(key)!] as const;
        }
      },
      update: async (key, decide) => {
        const next = decide(get(key));
        if (next !== undefined) await this.write([{ collection: name, key, record: next }]);
        return next;
      },
    };
  }

  write(changes: readonly StoreChange[]): Promise<void> {
    if (this.isBroken) return Promise.reject(new StateError('state.unavailable', 'disk full', ''));
    try {
      this.beforeWrite();
      const refused = this.#refuse();
      if (refused) throw refused;
      for (const { collection, key, record } of changes) {
        if (record === undefined) this.#records(collection).delete(key);
        else this.#records(collection).set(key, JSON.stringify(record));
      }
      return this.afterWrite();
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  fence(refuse: () => StateError | undefined): void {
    this.#refuse = refuse;
  }

  checkFence(): void {
    const refused = this.#refuse();
    if (refused) throw refused;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #records(name: string): Map<string, string> {
    const records = this.#collections.get(name) ?? new Map<string, string>();
    this.#collections.set(name, records);
    return records;
  }
}
