import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';
import { readOverview, readPartnerships, type Overview, type StoredInventory } from './stored-inventory';

/** Where a management client keeps the results of inventories, below its data folder. */
const RESULTS = join('Client', 'Results', 'EASConnectorManage');

/**
 * Opens an inventory: a file of results; or the newest complete full one in a client's data folder, or in a folder of
 * such files.
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
  return isFolder ? openFolder(from) : openFile(from);
}

async function openFile(path: string): Promise<StoredInventory> {
  const overview = await readOverview(path);
  if (!overview.start.isFull) {
    const summary = `${path} has only the changes since an earlier inventory.`;
    throw new CliError(EXIT.noInput, `${summary} Give the folder with all results, or a full inventory.`);
  }
  return inventory(path, overview, []);
}

async function openFolder(folder: string): Promise<StoredInventory> {
  let later = 0;
  for (const path of await resultFiles(folder)) {
    const overview = await readOverview(path).catch(() => undefined);
    if (!overview?.summary?.isComplete) continue;
    if (overview.start.isFull) {
      const caveat = `Changes that ${later === 1 ? 'a later run has' : `${String(later)} later runs have`} reported are not in this report.`;
      return inventory(path, overview, later > 0 ? [caveat] : []);
    }
    later += 1;
  }
  throw new CliError(EXIT.noInput, `There is no complete full inventory in ${folder}.`);
}

/** The files with results, newest first: their names begin with the time of the run. */
async function resultFiles(folder: string): Promise<string[]> {
  for (const place of [join(folder, RESULTS), folder]) {
    const names = (await readdir(place).catch(() => [])).filter(
      (name) => name.endsWith('.pb') && !name.endsWith('.incomplete.pb'),
    );
    if (names.length > 0) {
      return names
        .sort()
        .reverse()
        .map((name) => join(place, name));
    }
  }
  return [];
}

function inventory(path: string, overview: Overview, more: readonly string[]): StoredInventory {
  const unfinished = 'This inventory is incomplete: the run did not come to its end. Counts are too low.';
  const caveats = overview.summary?.isComplete ? more : [unfinished, ...more];
  return { source: path, overview, caveats, partnerships: () => readPartnerships(path) };
}
