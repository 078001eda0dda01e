import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { CliError } from '../cli-error';
import { EXIT } from '../exit-codes';

/** Where a report goes. */
export interface ReportFile {
  /** @throws CliError if it cannot be written */
  write(text: string): Promise<void>;
  /** Puts the whole report in its place. */
  finish(): Promise<void>;
  /** Leaves no half report behind. Does nothing after finish. */
  discard(): Promise<void>;
}

/**
 * Opens a report: a file, which gets its name when it is whole, or `-` for stdout.
 * @throws CliError if the file cannot be written
 */
export async function openReportFile(path: string, stdout: Writable): Promise<ReportFile> {
  if (path === '-') return toStream(stdout);
  const scratch = `${path}.part`;
  const file = await open(scratch, 'w').catch(cannotWrite(path));
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (isOpen) await file.close();
    isOpen = false;
  };
  return {
    async write(text) {
      await file.writeFile(text).catch(cannotWrite(path));
    },
    async finish() {
      await close();
      await rename(scratch, path).catch(cannotWrite(path));
    },
    async discard() {
      if (!isOpen) return;
      await close();
      await rm(scratch, { force: true });
    },
  };
}

function toStream(stream: Writable): ReportFile {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error) reject(new CliError(EXIT.cannotCreate, `The report cannot be written: ${error.message}`));
          else resolve();
        });
      }),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

function cannotWrite(path: string): (error: unknown) => never {
  return (error) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(EXIT.cannotCreate, `${path} cannot be written: ${why}`);
  };
}
