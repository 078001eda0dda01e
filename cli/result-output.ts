import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { encodeFrame } from '../protocol';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';

/** Where a run's results go. */
export interface ResultOutput {
  /** Writes a result as a delimited message; resolves when it is written. */
  write(result: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the output: a file, `-` for stdout, or nothing if no path is given.
 * @throws CliError if the file cannot be written
 */
export async function openResultOutput(path: string | undefined, stdout: Writable): Promise<ResultOutput> {
  if (path === undefined) return { write: () => Promise.resolve(), close: () => Promise.resolve() };
  if (path === '-') return { write: writerTo(stdout), close: () => Promise.resolve() };
  const file = createWriteStream(path);
  await once(file, 'open').catch(cannotWrite);
  let isTold = false;
  const write = writerTo(file);
  return {
    write: (result) =>
      write(result).catch((error: unknown) => {
        isTold = true;
        throw error;
      }),
    async close() {
      file.end();
      // A write that failed was told to whoever wrote, and has closed the file.
      await finished(file).catch(isTold ? () => undefined : cannotWrite);
    },
  };
}

function cannotWrite(error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  throw new CliError(EXIT.cannotCreate, `The results cannot be written: ${why}`);
}

function writerTo(stream: Writable): ResultOutput['write'] {
  // The failure is given to whoever writes; without a listener it would end the program as well.
  stream.on('error', () => undefined);
  return (result) =>
    new Promise((resolve, reject) => {
      stream.write(encodeFrame(result), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
}
