import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

/** Scripts of package.json that build before they run tests. */
const BUILD_FIRST = /^(?:test|test:powershell|soak)$/;

/**
 * Node's arguments for the connector's command line: what was just built, within a script that builds first, because it
 * starts in a twentieth of the time; its sources otherwise.
 */
export function connectorProgram(): readonly string[] {
  const built = join(ROOT, 'dist/cli/main.js');
  const isFresh = BUILD_FIRST.test(process.env['npm_lifecycle_event'] ?? '') && existsSync(built);
  return isFresh ? [built] : ['-r', 'ts-node/register', join(ROOT, 'cli/main.ts')];
}
