import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { heldInventory } from './held-inventory';
import type { RunRecord } from './run-record';

/** The last runs of every task: one JSON line each in a file, oldest first. */
export class RunHistory {
  readonly #path: string;
  readonly #keep: number;
  #records: readonly RunRecord[];

  /** @param keep how many runs of each task are kept, with their results, besides those that the inventory builds on */
  constructor(path: string, keep: number) {
    this.#path = path;
    this.#keep = keep;
    this.#records = read(path);
  }

  /** Adds a run, and removes the results of those that are too old to be kept. */
  add(record: RunRecord): void {
    mkdirSync(dirname(this.#path), { recursive: true });
    appendFileSync(this.#path, `${JSON.stringify(record)}\n`);
    this.#records = [...this.#records, record];
    const { needed } = heldInventory(this.of(record.task));
    const old = this.of(record.task)
      .slice(0, -this.#keep)
      .filter((candidate) => !needed.includes(candidate));
    if (old.length === 0) return;
    for (const { resultsFile } of old) if (resultsFile) rmSync(resultsFile, { force: true });
    this.#records = this.#records.filter((kept) => !old.includes(kept));
    replaceFile(this.#path, this.#records.map((kept) => `${JSON.stringify(kept)}\n`).join(''));
  }

  /** The runs of a task, oldest first. */
  of(task: string): readonly RunRecord[] {
    return this.#records.filter((record) => record.task === task);
  }
}

/** A line that was cut by a crash is left out, and ended so that the next one begins at its own. */
function read(path: string): readonly RunRecord[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  if (text !== '' && !text.endsWith('\n')) appendFileSync(path, '\n');
  return text.split('\n').flatMap((line) => parsed(line) ?? []);
}

function parsed(line: string): RunRecord | undefined {
  try {
    const value = JSON.parse(line) as Partial<RunRecord> | null;
    return typeof value?.runId === 'string' && typeof value.task === 'string' ? (value as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}

/** Replaces a file in one step: there is no moment at which it is half written. */
export function replaceFile(path: string, content: string, mode = 0o600): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const scratch = `${path}.new`;
  writeFileSync(scratch, content, { mode });
  renameSync(scratch, path);
}
