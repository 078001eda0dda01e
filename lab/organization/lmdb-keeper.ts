import { open } from 'lmdb';
import type { Keeper } from './overlay';

/** Keeps the overlay in an LMDB store in `folder`. Every change is on its way to the disk before it is answered. */
export function openLmdbKeeper(folder: string): Keeper {
  const store = open<unknown, string>({ path: folder, compression: false });
  return {
    *load(): Iterable<readonly [string, unknown]> {
      for (const { key, value } of store.getRange()) yield [key, value];
    },
    put(key, value): void {
      store.putSync(key, value);
    },
    close: () => store.close(),
  };
}
