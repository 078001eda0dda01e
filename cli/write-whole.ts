import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';

/**
 * Writes a file, which gets its name when it is whole; only its owner may read it.
 * @param what it is, for the error: "The report"
 * @throws CliError if it cannot be written; nothing is left behind then, and what had the name before stays
 */
export function writeWhole(path: string, content: string | Uint8Array, what: string): void {
  const scratch = `${path}.part`;
  try {
    writeFileSync(scratch, content, { mode: 0o600 });
    renameSync(scratch, path);
  } catch (error) {
    rmSync(scratch, { force: true });
    const why = error instanceof Error ? error.message : String(error);
    throw new CliError(EXIT.cannotCreate, `${what} cannot be written: ${why}`);
  }
}
