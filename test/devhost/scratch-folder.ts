import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root: string | undefined;

/** A folder of its own for a test; removed when the tests are over. */
export function scratchFolder(): string {
  return mkdtempSync(join((root ??= makeRoot()), 't-'));
}

function makeRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eas-devhost-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });
  return folder;
}
