import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** What this computer has, as far as this transport asks: an argument, so that tests can leave things out. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Of Node: `versions.node` and the version of its native interface, `versions.modules`. */
  readonly nodeVersion: string;
  readonly nodeAbi: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where `npm run build:edge` puts what it builds. */
  readonly builtDir: string;
  /** The folder of the npm package edge-js; undefined if it is not installed. */
  readonly edgePackageDir: string | undefined;
  readonly exists: (path: string) => boolean;
  /** The names in a folder; none if there is no such folder. */
  readonly names: (folder: string) => readonly string[];
  /** The text of a file; undefined if it cannot be read. */
  readonly text: (path: string) => string | undefined;
  /** The path without symbolic links. */
  readonly realPath: (path: string) => string;
  /** Asks a PowerShell for its $PSHOME. */
  readonly askHome: (executable: string, timeoutMs: number) => Promise<string>;
}

/** The surroundings of this process. */
export function thisProcess(): Surroundings {
  const root = packageRoot();
  return {
    platform: process.platform,
    arch: process.arch,
    nodeVersion: process.versions.node,
    nodeAbi: process.versions.modules,
    env: process.env,
    builtDir: join(root, '.edge', `${process.platform}-${process.arch}`),
    edgePackageDir: attempt(() => dirname(createRequire(join(root, 'package.json')).resolve('edge-js/package.json'))),
    exists: existsSync,
    names: (folder) => attempt(() => readdirSync(folder)) ?? [],
    text: (path) => attempt(() => readFileSync(path, 'utf8')),
    realPath: (path) => attempt(() => realpathSync(path)) ?? path,
    askHome: async (executable, timeout) => {
      const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', '$PSHOME'];
      const { stdout } = await promisify(execFile)(executable, args, {
        timeout,
        env: { ...process.env, NO_COLOR: '1' },
      });
      return stdout.trim();
    },
  };
}

/** The folder of this package: from dist and from the sources alike it is above. */
function packageRoot(): string {
  const root = ['../../../..', '../../..']
    .map((up) => join(__dirname, up))
    .find((candidate) => existsSync(join(candidate, 'manifest.json')));
  if (root === undefined) throw new Error(`There is no manifest.json above ${__dirname}.`);
  return root;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
