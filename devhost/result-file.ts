import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFrame } from '../protocol';

const COMPLETE = '.pb';
const UNDER_WAY = '.pb.part';
const INCOMPLETE = '.incomplete.pb';

/**
 * The results of one run: a file of delimited messages, written under a temporary name. What `store` has returned for
 * is on the disk. A run that reports its end gets its file under the final name; what an interrupted run has delivered
 * is kept as `<run id>.incomplete.pb`, because it was acknowledged.
 */
export class ResultFile {
  readonly #folder: string;
  readonly #runId: string;
  #file: FileHandle | undefined;
  #last: Promise<void> = Promise.resolve();
  #isClosed = false;
  #stored = 0;

  constructor(folder: string, runId: string) {
    this.#folder = folder;
    this.#runId = runId;
  }

  /** How many results are on the disk. */
  get stored(): number {
    return this.#stored;
  }

  /** Appends a result and waits until the disk has it. Results are written in the order of the calls. */
  store(result: Uint8Array): Promise<void> {
    if (this.#isClosed) return Promise.reject(new Error(`The run ${this.#runId} has ended; it takes no more results.`));
    const bytes = encodeFrame(result);
    const written = this.#last.then(() => this.#append(bytes));
    // The next one waits for this one however it ends; after a failure each of them fails by itself.
    this.#last = written.catch(() => undefined);
    return written;
  }

  /**
   * Closes the file and gives it its final name.
   * @param isComplete whether the plugin reported the end of the run
   * @returns the file's path; empty if there was no result
   */
  async close(isComplete: boolean): Promise<string> {
    this.#isClosed = true;
    await this.#last;
    if (!this.#file) return '';
    await this.#file.close();
    const path = this.#path(isComplete ? COMPLETE : INCOMPLETE);
    await rename(this.#path(UNDER_WAY), path);
    return path;
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#file ??= await this.#create();
    await this.#file.appendFile(bytes);
    await this.#file.datasync();
    this.#stored += 1;
  }

  async #create(): Promise<FileHandle> {
    await mkdir(this.#folder, { recursive: true });
    return open(this.#path(UNDER_WAY), 'wx');
  }

  #path(ending: string): string {
    return join(this.#folder, this.#runId + ending);
  }
}

/** Gives the files of runs that a killed host has left behind the name of incomplete ones. */
export async function closeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => candidate.endsWith(UNDER_WAY))) {
    const path = join(folder, name);
    await rename(path, join(folder, name.slice(0, -UNDER_WAY.length) + INCOMPLETE)).catch(() =>
      rm(path, { force: true }),
    );
  }
}
