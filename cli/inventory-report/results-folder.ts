import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readOverview, type Overview } from './stored-inventory';

/** An inventory in a folder: the runs that delivered it, and what the last of them says. */
export interface FolderInventory {
  /** Files of results, the newest first: more than one if the inventory was interrupted and gone on with. */
  readonly files: readonly string[];
  readonly overview: Overview;
}

/** A folder with the results of inventories, as a host keeps them. Files are read when they are needed, and once. */
export class ResultsFolder {
  readonly #overviews = new Map<string, Promise<Overview | undefined>>();

  private constructor(private readonly paths: readonly string[]) {}

  /** @param folder with files of results, whose names begin with the time of their run */
  static async open(folder: string): Promise<ResultsFolder> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.pb'));
    return new ResultsFolder(names.sort(newestFirst).map((name) => join(folder, name)));
  }

  get isEmpty(): boolean {
    return this.paths.length === 0;
  }

  /** The complete inventories, the newest first; older than one of them if it is given. */
  async *complete(olderThan?: FolderInventory): AsyncGenerator<FolderInventory> {
    const oldest = olderThan?.files.at(-1);
    for (const path of oldest === undefined ? this.paths : this.paths.slice(this.paths.indexOf(oldest) + 1)) {
      const found = await this.inventoryOf(path);
      if (found?.overview.summary?.isComplete) yield found;
    }
  }

  /**
   * The inventory that a file ends; undefined if the file is none, or if an earlier part of it is not in the folder. */
  async inventoryOf(path: string): Promise<FolderInventory | undefined> {
    const overview = await this.#overview(path);
    if (!overview) return undefined;
    const files = [path];
    let resumes = overview.start.resumesRunId;
    while (resumes !== undefined) {
      const earlier = await this.#fileOf(resumes);
      if (!earlier || files.includes(earlier.path)) return undefined;
      files.push(earlier.path);
      resumes = earlier.overview.start.resumesRunId;
    }
    return { files, overview };
  }

  /** The inventory that a delta builds on; undefined if it is not in the folder. */
  async baseOf(delta: FolderInventory): Promise<FolderInventory | undefined> {
    const { baseStateId } = delta.overview.start;
    for await (const older of this.complete(delta)) {
      if (older.overview.summary?.stateId === baseStateId) return older;
    }
    return undefined;
  }

  /** True if everything that an inventory builds on is in the folder. */
  async isWhole(inventory: FolderInventory): Promise<boolean> {
    let current: FolderInventory | undefined = inventory;
    while (current && !current.overview.start.isFull) current = await this.baseOf(current);
    return current !== undefined;
  }

  async #fileOf(runId: string): Promise<{ readonly path: string; readonly overview: Overview } | undefined> {
    for (const path of this.paths) {
      const overview = await this.#overview(path);
      if (overview?.start.runId === runId) return { path, overview };
    }
    return undefined;
  }

  /** What is no inventory, or cannot be read, is passed over. */
  #overview(path: string): Promise<Overview | undefined> {
    const known = this.#overviews.get(path);
    if (known) return known;
    const overview = readOverview(path).catch(() => undefined);
    this.#overviews.set(path, overview);
    return overview;
  }
}

const newestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
