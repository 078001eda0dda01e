import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this package; 0.0.0 if its package.json is not there. */
export function packageVersion(): string {
  const root = packageRoot();
  if (root === undefined) return '0.0.0';
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** The folder of this package; from dist/cli and from cli alike it is above. Undefined if it is not there. */
export function packageRoot(): string | undefined {
  return ['../..', '..']
    .map((up) => join(__dirname, up))
    .find((folder) => existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'manifest.json')));
}
