import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { foldInventory } from './fold-inventory';
import { ResultsFolder, type FolderInventory } from './results-folder';
import { readOverview, type StoredInventory } from './stored-inventory';

/** Where a management client keeps the results of inventories, below its data folder. */
const RESULTS = join('Client', 'Results', 'EASConnectorManage');

/**
 * Opens an inventory: the one that a file of results ends, or the newest complete one in a client's data folder, or in a
 * folder of such files. What it builds on (the full inventory of a delta, the earlier part of one that was interrupted)
 * has to be in the same folder.
 * @throws CliError if there is none
 */
export async function openInventory(from: string): Promise<StoredInventory> {
  const isFolder = await stat(from).then(
    (found) => found.isDirectory(),
    (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new CliError(EXIT.noInput, `${from} cannot be read: ${why}`);
    },
  );
  return isFolder ? openFolder(from) : openFile(resolve(from));
}

async function openFile(path: string): Promise<StoredInventory> {
  // Says what is wrong with the file, if something is.
  await readOverview(path);
  const folder = await ResultsFolder.open(dirname(path));
  const inventory = (await folder.inventoryOf(path)) ?? (await loneFile(path));
  if (inventory && (await folder.isWhole(inventory))) return opened(folder, inventory, 0);
  const why = `${path} has only what is new since an earlier result, and that is not in its folder.`;
  throw new CliError(EXIT.noInput, `${why} Give the folder with all results, or a full inventory.`);
}

/** A file whose name does not end as the results in a folder do. */
async function loneFile(path: string): Promise<FolderInventory | undefined> {
  const overview = await readOverview(path);
  return overview.start.resumesRunId === undefined ? { files: [path], overview } : undefined;
}

async function openFolder(path: string): Promise<StoredInventory> {
  const below = await ResultsFolder.open(join(path, RESULTS));
  const folder = below.isEmpty ? await ResultsFolder.open(path) : below;
  let newer = 0;
  for await (const inventory of folder.complete()) {
    if (await folder.isWhole(inventory)) return opened(folder, inventory, newer);
    newer += 1;
  }
  throw new CliError(EXIT.noInput, `There is no complete inventory, with all that it builds on, in ${path}.`);
}

/** @param newer complete inventories that could not be used, because what they build on is missing */
function opened(folder: ResultsFolder, inventory: FolderInventory, newer: number): StoredInventory {
  const { files, overview } = inventory;
  const caveats: string[] = [];
  if (!overview.summary?.isComplete) {
    caveats.push('This inventory is incomplete: the run did not come to its end. Counts are too low.');
  }
  if (newer > 0) {
    const runs = newer === 1 ? 'One newer run is' : `${String(newer)} newer runs are`;
    caveats.push(`${runs} not in this report, because the results that they build on are missing.`);
  }
  return { source: files[0] ?? '', overview, caveats, partnerships: () => foldInventory(folder, inventory) };
}
