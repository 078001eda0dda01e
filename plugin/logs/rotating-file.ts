import { appendFileSync, closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Which files, and how many. */
export interface RotatingFileOptions {
  readonly folder: string;
  /** Files are called NAME-2026-11-22.log, NAME-2026-11-22.1.log and so on. */
  readonly name: string;
  /** A file that is this large is not added to; 0 is no limit. */
  readonly maxFileBytes: number;
  /** The oldest files beyond these are deleted; 0 is no limit. */
  readonly maxFiles: number;
}

interface LogFile {
  readonly path: string;
  readonly day: string;
  readonly number: number;
}

/**
 * Files of lines, one or more a day (in UTC), of which the newest are kept. Every line is handed to the operating system
 * before append() returns, so what was logged is there even if the process dies at once. Several processes may write
 * the same files: nothing is renamed, lines are appended whole, and sizes are asked for, not counted.
 *
 * docs/decisions/0020-log-files.md says why it is neither of winston's file transports.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #open: { readonly descriptor: number; readonly file: LogFile } | undefined;

  constructor(options: RotatingFileOptions) {
    this.#options = options;
  }

  /** Appends a line and its end. Throws what the file system throws; the next line is tried afresh. */
  append(line: string, at: number): void {
    const descriptor = this.#descriptorFor(new Date(at).toISOString().slice(0, 10));
    appendFileSync(descriptor, `${line}\n`);
  }

  /** Writes everything to the disk and closes the file. A later append() opens it again. */
  close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (!open) return;
    try {
      fsyncSync(open.descriptor);
    } finally {
      closeSync(open.descriptor);
    }
  }

  #descriptorFor(day: string): number {
    if (this.#open?.file.day === day && !this.#isFull(this.#open.descriptor)) return this.#open.descriptor;
    const full = this.#open?.file.day === day ? this.#open.file.number : -1;
    this.close();
    return this.#openFile(day, full + 1);
  }

  /** Opens the newest file of the day, from a number on, or the one after it if that is full. */
  #openFile(day: string, from: number): number {
    const { folder, name } = this.#options;
    mkdirSync(folder, { recursive: true });
    const newest = Math.max(from, ...this.#files().flatMap((file) => (file.day === day ? [file.number] : [])));
    for (let number = newest; ; number += 1) {
      const path = join(folder, `${name}-${day}${number === 0 ? '' : `.${number}`}.log`);
      const descriptor = openSync(path, 'a');
      if (this.#isFull(descriptor)) {
        closeSync(descriptor);
        continue;
      }
      this.#open = { descriptor, file: { path, day, number } };
      this.#deleteOldest();
      return descriptor;
    }
  }

  #isFull(descriptor: number): boolean {
    const { maxFileBytes } = this.#options;
    return maxFileBytes > 0 && fstatSync(descriptor).size >= maxFileBytes;
  }

  #deleteOldest(): void {
    const { maxFiles } = this.#options;
    if (maxFiles === 0) return;
    const byAge = this.#files().sort((a, b) => a.day.localeCompare(b.day) || a.number - b.number);
    for (const { path } of byAge.slice(0, -maxFiles)) {
      try {
        unlinkSync(path);
      } catch {
        // Another process has it open (Windows), or has deleted it. The next run sees to it.
      }
    }
  }

  /** The files that are there. Nothing else in the folder is touched. */
  #files(): LogFile[] {
    const { folder, name } = this.#options;
    return readdirSync(folder).flatMap((entry) => {
      if (!entry.startsWith(`${name}-`)) return [];
      const match = /^(\d{4}-\d{2}-\d{2})(?:\.(\d{1,9}))?\.log$/.exec(entry.slice(name.length + 1));
      return match ? [{ path: join(folder, entry), day: String(match[1]), number: Number(match[2] ?? 0) }] : [];
    });
  }
}
