import type { Collection, Store } from '../../plugin/state/store';
import { StateError } from '../../plugin/state/state-error';

/** A store in memory that outlives the runs of a test, as a disk does; it can be made to fail like one. */
export class MemoryStore implements Store {
  isBroken = false;
  /** Asked before every write; what it throws is what the writer gets. */
  beforeWrite: () => void = () => undefined;
  readonly #collections = new Map<string, Map<string, string>>();

  collection<T>(name: string): Collection<T> {
    const records = this.#collections.get(name) ?? new Map<string, string>();
    this.#collections.set(name, records);
    const write = (change: () => void): Promise<void> => {
      if (this.isBroken) return Promise.reject(new StateError('state.unavailable', 'disk full', ''));
      try {
        this.beforeWrite();
        change();
        return Promise.resolve();
      } catch (error) {
        return Promise.reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const get = (key: string): T | undefined => {
      const text = records.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as T);
    };
    return {
      get,
      put: (key, record) => write(() => records.set(key, JSON.stringify(record))),
      remove: (key) => write(() => records.delete(key)),
      *entries() {
        for (const key of [...records.keys()].sort()) yield [key, get(key)!] as const;
      },
      async update(key, decide) {
        const next = decide(get(key));
        if (next !== undefined) await write(() => records.set(key, JSON.stringify(next)));
        return next;
      },
    };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
