import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, stop } from 'esbuild';

/**
 * The program that serves a fake task, made into one file for the suite that calls this: it starts in a tenth of the time
 * that its sources take.
 * @returns its path, once the suite's tests run
 */
export function fakeProgram(): () => string {
  let folder: string;
  let outfile: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'eas-fake-program-'));
    outfile = join(folder, 'serve-fake-task.cjs');
    const entryPoints = [join(__dirname, 'fixtures/serve-fake-task.ts')];
    await build({ entryPoints, outfile, bundle: true, platform: 'node', logLevel: 'error' });
    await stop(); // its process would stay
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  return () => outfile;
}
