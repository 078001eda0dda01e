import { InventoryFold } from '../../devhost/inventory-fold';
import type { PartnershipJson } from './inventory-json';
import type { FolderInventory, ResultsFolder } from './results-folder';
import { readPartnershipParts } from './stored-inventory';

/** The partnerships as a host holds them once it has an inventory and all that it builds on, the newest results first. */
export async function* foldInventory(
  folder: ResultsFolder,
  inventory: FolderInventory,
): AsyncGenerator<PartnershipJson> {
  const fold = new InventoryFold<PartnershipJson>();
  let current: FolderInventory | undefined = inventory;
  while (current) {
    const { isFull } = current.overview.start;
    for (const path of current.files) {
      const isOldest = isFull === true && path === current.files.at(-1);
      for await (const part of readPartnershipParts(path)) yield* fold.take(part, isOldest);
    }
    if (!isFull) current = await folder.baseOf(current);
    // A full inventory replaces everything but what it holds back: that is looked for in what was before it.
    else if (fold.lookForHeld()) current = await first(folder.complete(current));
    else current = undefined;
  }
}

async function first<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item;
  return undefined;
}
