import type { Collection, KeyRange, Store, StoreChange } from './store';

/** Stands for a record that was removed. */
const REMOVED = Symbol('removed');

/**
 * A store over another one that reads from it and writes nothing to it: what is written is seen by whoever reads here,
 * and forgotten at the end. A rehearsal runs on it through the same code as the real thing.
 */
export class DryStore implements Store {
  readonly #written = new Map<string, Map<string, unknown>>();

  constructor(private readonly base: Pick<Store, 'collection'>) {}

  collection<T>(name: string): Collection<T> {
    const below = this.base.collection<T>(name);
    const written = this.#of(name);
    const get = (key: string): T | undefined => {
      if (!written.has(key)) return below.get(key);
      const value = written.get(key);
      return value === REMOVED ? undefined : structuredClone(value as T);
    };
    return {
      get,
      put: (key, record) => this.write([{ collection: name, key, record }]),
      remove: (key) => this.write([{ collection: name, key }]),
      *entries(range) {
        const keys = new Set([...below.entries(range)].map(([key]) => key));
        for (const key of written.keys()) if (isWithin(key, range)) keys.add(key);
        for (const key of [...keys].sort()) {
          const record = get(key);
          if (record !== undefined) yield [key, record] as const;
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
    for (const { collection, key, record } of changes) this.#of(collection).set(key, record ?? REMOVED);
    return Promise.resolve();
  }

  /** Nothing is written, so there is nothing to keep out. */
  fence(): void {
    return;
  }

  checkFence(): void {
    return;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #of(name: string): Map<string, unknown> {
    const known = this.#written.get(name);
    if (known) return known;
    const made = new Map<string, unknown>();
    this.#written.set(name, made);
    return made;
  }
}

function isWithin(key: string, { from, below }: KeyRange = {}): boolean {
  return (from === undefined || key >= from) && (below === undefined || key < below);
}
